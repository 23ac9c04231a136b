#!/bin/sh
# What the gate shares with those that work on its state from afar. The state is a folder in memory, $gate, that only root may enter:
# armed/<first MAC>/{record,ignition,progress}, events, events.old, events.count, seen/<MAC>, keys/<first MAC>. $proc is /proc.
export LC_ALL=C
umask 077

# is_ours FOLDER: nobody else made it, so nobody else can change it.
is_ours() {
  # shellcheck disable=SC3067
  [ -O "$1" ]
}

# enter_state: goes to the folder of the state, and makes it where it is not there.
enter_state() {
  if [ ! -d "$gate" ]; then mkdir -p "$gate" 2>/dev/null; fi
  [ ! -h "${gate%/*}" ] && cd -P "$gate" 2>/dev/null && is_ours . && is_ours ..
}

# alone COMMAND…: runs it while nobody else runs one so. The lock ends with this process, whatever becomes of that.
alone() {
  { flock -x 9 && "$@"; } 9<.
}

read_clock() {
  read -r uptime _ <"$proc/uptime"
  seconds=${uptime%%.*}
  read -r boot <"$proc/sys/kernel/random/boot_id"
}

# note KIND MAC ADDRESS TEXT: one more event. A line begins with its line end, so that one that found no room spoils no other.
note() {
  count=0
  { read -r count <events.count; } 2>/dev/null
  case $count in
    '' | *[!0-9]* | ?????*) count=0 ;;
  esac
  if [ "$count" -ge 500 ]; then
    mv -f events events.old
    count=0
  fi
  {
    printf '\n%s %s %s %s %s %.2000s' "$uptime" "${boot%%-*}" "$1" "$2" "$3" "$4" >>events &&
      printf '%-8s\n' "$((count + 1))" 1<>events.count
  } 2>/dev/null
  :
}

# read_record MAC: what an armed node may get, and how far it is. The progress is as long as it was made, so that changing it needs no room.
read_record() {
  hostname='' macs='' release='' install='' digest='' deadline='' at_boot='' nonce='' progress=''
  if [ ! -f "armed/$1/record" ]; then return 1; fi
  while read -r key value; do
    case $key in
      hostname) hostname=$value ;;
      macs) macs=$value ;;
      release) release=$value ;;
      install) install=$value ;;
      digest) digest=$value ;;
      deadline) deadline=$value ;;
      boot) at_boot=$value ;;
    esac
  done <"armed/$1/record"
  { read -r nonce progress <"armed/$1/progress"; } 2>/dev/null
}

# take_away MAC: it is the record that arms, so that goes first.
take_away() {
  rm -f "armed/$1/record" && rm -rf "armed/$1"
}

# find_armed MAC: reads its record; one that is over goes.
find_armed() {
  read_record "$1" || return 1
  if [ "$at_boot" = "$boot" ] && [ "$seconds" -lt "$deadline" ]; then return 0; fi
  take_away "$1" && note expired "$1" - "$hostname"
  return 1
}

# sweep: takes away all that are over, and what commands left that did not end.
sweep() {
  for folder in armed/* draft.*; do
    case $folder in
      armed/\* | draft.\*) ;;
      armed/*) find_armed "${folder#armed/}" || rm -rf "$folder" ;;
      *) if [ ! -d "/proc/${folder#draft.}" ]; then rm -rf "$folder"; fi ;;
    esac
  done
}
