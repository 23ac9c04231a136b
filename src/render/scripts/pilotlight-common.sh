#!/bin/sh
# What Pilotlight's scripts share. It is read with `.`, never run.

say() {
  echo "pilotlight: $*"
}

die() {
  say "$*" >&2
  exit 1
}

# in_place FILE: what was written as FILE.part becomes FILE in one move that survives a power cut.
in_place() {
  sync "$1.part"
  mv -f "$1.part" "$1"
}

# same_host A B: whether two names mean one machine, be they short or fully qualified.
same_host() {
  if [ "$1" = "$2" ]; then return 0; fi
  case $1 in
    *.*) case $2 in *.*) return 1 ;; esac ;;
  esac
  [ "${1%%.*}" = "${2%%.*}" ]
}
