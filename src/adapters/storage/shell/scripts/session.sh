#!/bin/sh
# Which process works for the owner of a lock, and how it is ended. Nothing here but `sleep` starts a process.

# started PID: sets `start` to the time when the process started, in ticks, and `group` to its group; empty where it ended.
started() {
  start='' group=''
  { read -r start <"/proc/$1/stat"; } 2>/dev/null
  start=${start##*) }
  case $start in
    '' | [ZX]*) start= ;;
    *)
      # shellcheck disable=SC2086
      set -- $start
      group=$3 start=${20}
      ;;
  esac
}

# end_group GROUP START: ends the processes of a group that started then or later; fails when there is none any more.
# The group may be that of the SSH server's connection, which started earlier.
end_group() {
  alive=1
  for file in /proc/[0-9]*/stat; do
    process=${file#/proc/}
    process=${process%/stat}
    started "$process"
    if [ "$group" != "$1" ] || [ "$start" -lt "$2" ]; then continue; fi
    # shellcheck disable=SC3013
    if [ "$process" = $$ ] || [ "$process" = "$PPID" ] || [ "/proc/$process/cwd" -ef / ]; then continue; fi
    kill -9 "$process" 2>/dev/null
    alive=0
  done
  return "$alive"
}

# finish PID START: ends a process that works in this folder, with all that it started, and waits until none of it can write any more.
finish() {
  started "$1"
  # shellcheck disable=SC3013
  if [ -z "$start" ] || [ "$start" != "$2" ] || [ ! "/proc/$1/cwd" -ef . ]; then return 0; fi
  set -- "$group" "$2" "$1"
  kill -9 "$3" 2>/dev/null
  tries=0
  while end_group "$1" "$2"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 30 ]; then die 1 "an earlier command does not end: process $3"; fi
    if [ "$tries" -gt 10 ]; then sleep 1; fi
  done
}

# read_session FILE: which process works for an owner, since when, and which turn of the owner it has; no pid where that is long ago.
read_session() {
  pid='' since='' at_boot='' last_turn=''
  { read -r pid since _ _ at_boot last_turn <"$1"; } 2>/dev/null
  if [ "$at_boot" != "$boot" ]; then pid=; fi
}

# finish_session LOCK: ends what runs for its owner.
finish_session() {
  for session in "$1"/session.[01]; do
    read_session "$session"
    if [ -n "$pid" ]; then finish "$pid" "$since"; fi
  done
}

# finish_earlier: ends the command of ours before this one. One that comes late itself, on a connection that was given up, ends here.
finish_earlier() {
  for session in "$lock"/session.[01]; do
    read_session "$session"
    if [ -z "$pid" ] || [ "$pid" = $$ ]; then continue; fi
    if [ "${last_turn:-0}" -gt "$turn" ] 2>/dev/null; then exit 90; fi
    finish "$pid" "$since"
  done
}

# take_turn: even and odd turns sign in a file each. So of two commands at once, which both sign first and look at the other's file
# then, at least one sees the other.
take_turn() {
  finish_earlier
  sign "$lock" || return 1
  finish_earlier
  read_session "$lock/session.$side"
  if [ "$pid" != $$ ]; then exit 90; fi
}

# sign LOCK: notes this process, its connection's, and the time. The lines keep their length and are written over: that needs no room.
sign() {
  started $$
  own=$start
  started "$PPID"
  {
    # Where the connection's process is gone already, there is a 0 in its place: the fields must not move.
    printf '%-119s\n' "$$ ${own:-0} $PPID ${start:-0} $boot $turn" 1<>"$1/session.$side"
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
case $turn in
  *[02468]) side=0 ;;
  *) side=1 ;;
esac
read -r uptime _ </proc/uptime
read -r boot </proc/sys/kernel/random/boot_id
