#!/bin/sh
# Takes a change back. $1 is its number, empty for any; $2 is `now`, or `wait` where this is the timer: until then somebody may confirm it.
# $3 is the answer where there is nothing to take back.

# restore now|wait: puts back what was, and clears away what belonged to the change.
restore() {
  busy=
  if [ "$1" = wait ] && [ -e "$kept/pending/applying" ]; then busy=1; fi
  if [ "$method" = rpcd ] && [ -n "$session" ]; then
    ubus call uci rollback "{\"ubus_rpc_session\":\"$session\"}" </dev/null >/dev/null 2>&1
  fi
  for file in "$kept"/pending/before/*; do
    if cmp -s "$file" "$config/${file##*/}"; then continue; fi
    cp -p "$file" "$config/.pilotlight.$$" && mv -f "$config/.pilotlight.$$" "$config/${file##*/}"
  done
  sync
  as_before "$kept/pending" || die 1 'the configuration cannot be written'
  if [ -e "$kept/pending/changed" ]; then
    restart_readers "$kept/pending"
    logger -t pilotlight 'took back a change of the configuration that was not confirmed' 2>/dev/null
  fi
  # Who is still applying sees that it came too late, and takes back what it did.
  if [ -n "$busy" ]; then return 0; fi
  rm -rf "$kept/reverted"
  mv "$kept/pending" "$kept/reverted" 2>/dev/null
  rm -rf "$kept/reverted" "${temporary:?}/$id"
}

wanted=$1 nothing=${3:-0}
read_change "$kept/pending" || exit "$nothing"
if [ -n "$wanted" ] && [ "$id" != "$wanted" ]; then exit "$nothing"; fi
if [ "$2" = wait ]; then
  here=$temporary/$id
  : >"$here/watching"
  while seconds && [ "$uptime" -lt "$deadline" ] && [ -e "$here/watching" ] && [ ! -L "$here/decided" ]; do sleep 1; done
  if [ ! -e "$here/watching" ] || [ -L "$here/decided" ]; then
    # Whoever takes it back still needs the folder.
    if [ "$(readlink "$here/decided")" = confirmed ]; then rm -rf "$here"; fi
    exit 0
  fi
fi
if [ -e "$kept/pending/confirmed" ] || ! decide reverted; then exit "$nothing"; fi
# By now there may be another change.
wanted=$id
if read_change "$kept/pending" && [ "$id" = "$wanted" ]; then restore "$2"; fi
