#!/bin/sh
# Which process works for the owner of a lock, and how it is ended. Nothing here but `sleep` starts a process.

# started PID: sets `start` to the time when the process started, in ticks; empty where it ended.
started() {
  start=
  { read -r start <"/proc/$1/stat"; } 2>/dev/null
  start=${start##*) }
  case $start in
    '' | [ZX]*) start= ;;
    *)
      # shellcheck disable=SC2086
      set -- $start
      start=${20}
      ;;
  esac
}

# collect PID: adds it and all its descendants to `family`, stopped, so that none starts another one.
collect() {
  kill -STOP "$1" 2>/dev/null
  family="$family $1"
  for file in /proc/[0-9]*/stat; do
    { read -r line <"$file"; } 2>/dev/null || continue
    line=${line##*) }
    line=${line#* }
    file=${file#/proc/}
    if [ "${line%% *}" = "$1" ]; then collect "${file%/stat}"; fi
  done
}

# finish PID START: ends a process that works in this folder, with all that it started, and waits until none of it can write any more.
finish() {
  started "$1"
  # shellcheck disable=SC3013
  if [ -z "$start" ] || [ "$start" != "$2" ] || [ ! "/proc/$1/cwd" -ef . ]; then return 0; fi
  family=
  collect "$1"
  for member in $family; do kill -9 "$member" 2>/dev/null; done
  tries=0
  for member in $family; do
    while started "$member" && [ -n "$start" ]; do
      tries=$((tries + 1))
      if [ "$tries" -gt 120 ]; then die 1 "process $member, of an earlier command, does not end"; fi
      if [ "$tries" -gt 100 ]; then sleep 1; fi
    done
  done
}

# finish_session LOCK: ends what runs for the owner of a lock.
finish_session() {
  read_session "$1"
  if [ "$at_boot" = "$boot" ] && [ "$pid" != $$ ]; then finish "$pid" "$since"; fi
}

# read_session LOCK: which process works for its owner, since when, and which turn of the owner it has.
read_session() {
  pid='' since='' at_boot='' last_turn=''
  { read -r pid since _ _ at_boot last_turn <"$1/session"; } 2>/dev/null
}

# take_turn: ends the command before this one. One that comes late, on a connection that was given up, ends itself.
take_turn() {
  read_session "$lock"
  if [ "$at_boot" = "$boot" ] && [ "${last_turn:-0}" -gt "$turn" ] 2>/dev/null; then exit 90; fi
  finish_session "$lock"
  sign "$lock" || return 1
  read_session "$lock"
  if [ "$pid" != $$ ]; then exit 90; fi
}

# sign LOCK: notes this process, its connection's, and the time. The lines keep their length and are written over: that needs no room.
sign() {
  started $$
  own=$start
  started "$PPID"
  {
    printf '%-119s\n' "$$ $own $PPID $start $boot $turn" 1<>"$1/session"
  } 2>/dev/null && printf '%-79s\n' "$uptime $boot" 1<>"$1/beat"
}

# is_ours: whether the lock has our token and was not given back.
is_ours() {
  found=
  { read -r found <"$lock/token"; } 2>/dev/null
  [ "$found" = "$token" ] && [ ! -e "$lock/released" ]
}

number=$1 lock=state/lock.$1 token=$2 turn=$3
shift 3
read -r uptime _ </proc/uptime
read -r boot </proc/sys/kernel/random/boot_id
