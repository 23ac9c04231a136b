#!/bin/sh
# $1 is an upload, $2 the offset that standard input goes to. The process that was noted becomes the one that writes.
if [ "$2" = 0 ]; then
  : >"$1"
else
  size=$(ls -lnd "$1" 2>/dev/null | { read -r _ _ _ _ size _ && echo "$size"; })
  if [ "$size" != "$2" ]; then
    if [ "${size:-0}" -lt "$2" ]; then die 1 "$1 has ${size:-0} bytes, and not $2"; fi
    dd if=/dev/null of="$1" bs=1 seek="$2" count=0 2>/dev/null || die 1 "cannot cut $1 to $2 bytes"
  fi
fi
exec cat >>"$1"
