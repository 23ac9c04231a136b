#!/bin/sh
# $1 is a line for the journal, $2 the lines that the journal keeps.
journal=state/journal
if [ -f "$journal" ]; then
  # Said again: the connection broke before the answer came.
  if [ "$(tail -c 4096 "$journal" | tail -n 1)" = "$1" ]; then exit 0; fi
  # A line that a power cut tore stays alone.
  if [ -n "$(tail -c 1 "$journal")" ]; then echo >>"$journal"; fi
fi
printf '%s\n' "$1" | cat >>"$journal" || exit 1
if [ "$(wc -l <"$journal")" -gt $(($2 * 3 / 2)) ] || [ -n "$(tail -c +262144 "$journal" | head -c 1)" ]; then
  tail -c 65536 "$journal" | tail -n "$2" >"$journal.part" && sync "$journal.part" &&
    mv -f "$journal.part" "$journal" || exit 1
fi
sync "$journal"
