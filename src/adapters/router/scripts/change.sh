#!/bin/sh
# A change that is not confirmed lies in `pending`, the last confirmed one in `last`: `record` says which one it is, `before` has the
# packages as they were, `after` their sums when it was made, `changed` says that it was begun, `confirmed` that it stays.

# read_change FOLDER
read_change() {
  id='' method='' at_boot='' deadline='' session=''
  { read -r id method at_boot deadline <"$1/record"; } 2>/dev/null
  { read -r session <"$1/session"; } 2>/dev/null
  [ -n "$id" ]
}

# as_before FOLDER: whether every package is as it was.
as_before() {
  for file in "$1"/before/*; do
    cmp -s "$file" "$config/${file##*/}" || return 1
  done
}

# as_after FOLDER: whether every package is as the change left it.
as_after() {
  (cd "$config" && sha256sum -c "$1/after") >/dev/null 2>&1
}

# decide ANSWER: `confirmed` or `reverted`; who comes second learns that it is decided. A link is made whole or not at all.
decide() {
  mkdir -p "$temporary/$id"
  ln -s "$1" "$temporary/$id/decided" 2>/dev/null
  [ "$(readlink "$temporary/$id/decided")" = "$1" ]
}

# keep: the change stays, and takes the place of the last one.
keep() {
  : >"$kept/pending/confirmed"
  sync
  rm -rf "$kept/last.old"
  if [ -e "$kept/last" ]; then mv "$kept/last" "$kept/last.old"; fi
  mv "$kept/pending" "$kept/last"
  rm -rf "$kept/last.old"
  sync
}

# restart SERVICE: `mounts` are what fstab names. Nothing of it may hold the connection.
restart() {
  if [ "$1" = mounts ]; then
    if command -v block; then block mount; fi
  elif [ -x "$root/etc/init.d/$1" ]; then
    "$root/etc/init.d/$1" restart
  fi
} </dev/null >/dev/null 2>&1

# restart_readers FOLDER: what reads the packages; dnsmasq sees only what was mounted when it started.
restart_readers() {
  if [ -e "$1/before/fstab" ]; then restart mounts; fi
  if [ -e "$1/before/dhcp" ] || [ -e "$1/before/fstab" ]; then restart dnsmasq; fi
  if [ -e "$1/before/uhttpd" ] || [ -e "$1/before/fstab" ]; then restart uhttpd; fi
}
