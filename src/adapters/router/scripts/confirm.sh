#!/bin/sh
# Keeps the change with the number $1.
wanted=$1
read_change "$kept/pending"
if [ "$id" != "$wanted" ]; then
  read_change "$kept/last" && [ "$id" = "$wanted" ] && exit 0
  exit 81
fi
if [ ! -e "$kept/pending/confirmed" ]; then
  if [ "$method" = rpcd ]; then
    ubus call uci confirm "{\"ubus_rpc_session\":\"$session\"}" </dev/null >/dev/null
    status=$?
    # Nothing to confirm: it was confirmed, or taken back.
    if [ "$status" = 5 ] || [ "$status" = 0 ]; then as_after "$kept/pending" || exit 81; else exit 1; fi
  fi
  decide confirmed || exit 81
fi
keep
# Else the timer does, when it sees that.
if [ "$method" = rpcd ]; then rm -rf "${temporary:?}/$id"; fi
