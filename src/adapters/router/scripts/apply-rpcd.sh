#!/bin/sh
# Changes the packages through rpcd, which takes them back. Each line of the standard input is a method and its message.

# uci_call METHOD MORE: a call in our session; MORE is the message without its opening brace.
uci_call() {
  ubus call uci "$1" "{\"ubus_rpc_session\":\"$session\",$2" </dev/null >/dev/null 2>>"$here.errors"
}

# give_up CODE: a session that ends takes what it staged with it.
give_up() {
  ubus call session destroy "{\"ubus_rpc_session\":\"$session\"}" </dev/null >/dev/null 2>&1
  refuse "$1"
}

session=$(ubus call session create "{\"timeout\":$((timeout + 300))}" </dev/null 2>>"$here.errors" |
  sed -n 's/.*"ubus_rpc_session": *"\([0-9a-f]*\)".*/\1/p')
if [ -z "$session" ]; then refuse 82; fi
echo "$session" >"$kept/pending/session"
objects=
for package in "$@"; do objects="${objects}[\"$package\",\"read\"],[\"$package\",\"write\"],"; done
ubus call session grant "{\"ubus_rpc_session\":\"$session\",\"scope\":\"uci\",\"objects\":[${objects%,}]}" </dev/null \
  >/dev/null 2>>"$here.errors" || give_up 82
while read -r call message; do
  uci_call "$call" "${message#?}" || give_up 82
done
: >"$kept/pending/changed"
sync
uci_call apply "\"rollback\":true,\"timeout\":$timeout}"
status=$?
if [ "$status" = 6 ]; then give_up 83; fi
if [ "$status" != 0 ]; then give_up 82; fi
