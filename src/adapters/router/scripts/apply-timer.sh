#!/bin/sh
# Changes the packages under a timer. The lines of `uci batch` come on the standard input; without any, the last change is undone.
start-stop-daemon -S -b -m -p "$here/pid" -x "$(command -v sh)" -- "$here/restore" "$root" "$number" wait ||
  refuse 82
mkdir -p "$here/delta"
uci -c "$config" -t "$here/delta" batch >/dev/null 2>>"$here.errors" || refuse 82
if [ -s "$here.errors" ]; then refuse 82; fi
tries=0
until [ -e "$here/watching" ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 10 ]; then
    echo 'the timer does not start' >"$here.errors"
    refuse 82
  fi
  sleep 1
done
: >"$kept/pending/changed"
# The timer leaves the backup alone while this is there; it, or we, see that the other was faster.
: >"$kept/pending/applying"
sync
if [ -L "$here/decided" ] || [ ! -e "$kept/pending/applying" ]; then refuse 82; fi
for package in "$@"; do
  if [ "$way" = last ]; then
    cp -p "$kept/last/before/$package" "$config/.pilotlight.$$" && mv -f "$config/.pilotlight.$$" "$config/$package"
  else
    uci -c "$config" -t "$here/delta" commit "$package"
  fi 2>>"$here.errors" || refuse 82
done
rm -f "$kept/pending/applying"
if [ -s "$here.errors" ] || [ -L "$here/decided" ]; then refuse 82; fi
