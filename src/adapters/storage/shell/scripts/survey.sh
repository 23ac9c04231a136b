#!/bin/sh
# Tells everything there is to know, a line a fact: the first word says what it is about. $1 is a release whose manifest nobody needs;
# the other parameters are the commands that there must be.

# show WORDS FILE: the lines of a small file, each after the words and a mark; `.` says that it is there, `-` that no line end follows.
show() {
  {
    printf '%s.\n' "$1"
    while IFS= read -r line; do printf '%s+%s\n' "$1" "$line"; done
    if [ -n "$line" ]; then printf '%s-%s\n' "$1" "$line"; fi
  } <"$2"
}

# show_start WORDS FILE SIZE: its first bytes, when it is larger than anything of ours.
show_start() {
  if [ "$3" -le 8192 ]; then
    show "$1" "$2"
  else
    head -c 8192 "$2" | { show "$1" /dev/stdin; }
  fi
}

# show_manifest SLOT: of the release that it names, unless it was told, or is not to be.
show_manifest() {
  { read -r _ _ _ release _ <"$1"; } || return 0
  case $told in
    *" $release "*) return 0 ;;
  esac
  case $manifests in
    *" $release "*)
      told="$told$release "
      echo "manifest $release"
      sed 's/^/:/' "releases/$release/manifest.json"
      echo
      ;;
  esac
}

# show_connection FILE: whether the process that served a turn of the owner is still there; the latest turn counts.
show_connection() {
  pid='' since='' turn=''
  read -r _ _ pid since _ turn <"$1"
  if [ -z "$turn" ]; then return 0; fi
  start=
  { read -r start <"/proc/$pid/stat"; } 2>/dev/null
  start=${start##*) }
  # shellcheck disable=SC2086
  set -- $start
  if [ "${20}" = "$since" ]; then state=there; else state=gone; fi
  printf 'connection %s %s\n' "$state" "$turn"
}

tell_system() {
  read -r uptime _ </proc/uptime
  echo "uptime $uptime"
  read -r boot </proc/sys/kernel/random/boot_id
  echo "boot $boot"
  read -r kernel </proc/sys/kernel/ostype
  read -r release </proc/sys/kernel/osrelease
  echo "kernel $kernel $release"
  echo "clock $(date +%s)"
  for command in opkg apk; do
    if command -v "$command" >/dev/null; then echo "manager $command"; fi
  done
  for command in "$@"; do
    if ! command -v "$command" >/dev/null; then echo "missing $command"; fi
  done
  for file in /etc/openwrt_release /etc/os-release; do
    if [ -f "$file" ]; then
      show "release " "$file"
      break
    fi
  done
}

tell_storage() {
  printf 'mount %s %s %s %s\n' "$id" "$at" "$mode" "$rest"
  df -kP . | while read -r line; do printf 'space %s\n' "$line"; done
}

# tell_file SIZE PATH: what a path of ours has to say. The slots come last, and know then which releases have a manifest.
tell_file() {
  case $2 in
    *[!A-Za-z0-9._+/-]*) ;;
    */sealed) show_start "seal ${2%/sealed} " "$2" "$1" ;;
    incoming/*) echo "part $1 $2" ;;
    state/current.*)
      show_start "slot $2 " "$2" "$1"
      if [ "$1" -le 8192 ]; then show_manifest "$2"; fi
      ;;
    "$lock"/session.[01]) if [ "$1" -le 8192 ]; then show_connection "$2"; fi ;;
    "$lock"/*) show_start "lock ${2##*/} " "$2" "$1" ;;
    releases/*/manifest.json)
      value=${2#releases/}
      if [ "$1" -le 67108864 ]; then manifests="$manifests${value%/*} "; fi
      ;;
  esac
}

tell_root() {
  echo root
  find_newest
  lock=state/lock.$newest
  if [ "$newest" != 0 ]; then echo "lock number $newest"; fi
  ls -lnd releases/* releases/*/sealed releases/*/manifest.json images/coreos/*/* images/coreos/*/*/sealed k3s/* k3s/*/sealed \
    incoming/*.part state/current.? "$lock"/* 2>/dev/null | {
    manifests=' ' told=" $known "
    while read -r type _ _ _ size _ _ _ path; do
      case $type in
        -*) tell_file "$size" "$path" ;;
        d*) echo "folder $path" ;;
      esac
    done
  }
  if [ -f state/journal ]; then
    tail -c 65536 state/journal | sed 's/^/journal /'
    echo
  fi
}

tell() {
  tell_system "$@"
  if cd -P "$storage"; then
    on_storage
    tell_storage
    if cd -P pilotlight; then tell_root; fi
  fi 2>/dev/null
  echo end
}

known=$1
shift
if command -v gzip >/dev/null; then tell "$@" | gzip -c; else tell "$@"; fi
