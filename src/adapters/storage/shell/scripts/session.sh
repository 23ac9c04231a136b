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
  pid='' since='' at_boot=''
  { read -r pid since _ _ at_boot <"$1/session"; } 2>/dev/null
  if [ "$at_boot" = "$boot" ] && [ "$pid" != $$ ]; then finish "$pid" "$since"; fi
}

# sign LOCK: notes this process, its connection's, and the time. The lines keep their length and are written over: that needs no room.
sign() {
  started $$
  own=$start
  started "$PPID"
  {
    printf '%-119s\n' "$$ $own $PPID $start $boot" 1<>"$1/session"
  } 2>/dev/null && printf '%-79s\n' "$uptime $boot" 1<>"$1/beat"
}

# is_ours: whether the lock has our token and was not given back.
is_ours() {
  found=
  { read -r found <"$lock/token"; } 2>/dev/null
  [ "$found" = "$token" ] && [ ! -e "$lock/released" ]
}

number=$1 lock=state/lock.$1 token=$2
shift 2
read -r uptime _ </proc/uptime
read -r boot </proc/sys/kernel/random/boot_id
