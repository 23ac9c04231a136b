#!/bin/sh
# Machines that nobody knows. It is part of the program gate.sh.

# make_room FOLDER COUNT: makes it where it is not there. Where so many files are in it, the one that was left alone for longest goes.
make_room() {
  if [ ! -d "$1" ]; then mkdir "$1" 2>/dev/null || return 1; fi
  folder=$1 most=$2
  set +f
  set -- "$folder"/*
  set -f
  if [ $# -lt "$most" ]; then return 0; fi
  # shellcheck disable=SC2012
  oldest=$(ls -t "$folder" | tail -n 1)
  rm -f "$folder/${oldest:-none}"
}

# keep FILE LINE: all of the line, or nothing.
keep() {
  { printf '%s\n' "$2" >"$1"; } 2>/dev/null
  found=
  { IFS= read -r found <"$1"; } 2>/dev/null
  [ "$found" = "$2" ] || rm -f "$1"
}

# remember TEXT: notes a machine that nobody knows, the one that the request came from. Not more than 256 of them.
remember() {
  read_clock
  if [ ! -f "seen/$who" ]; then
    make_room seen 256 || return 1
    mac=$who
    say discovered ''
  fi
  keep "seen/$who" "$uptime ${boot%%-*} $who $address $1"
}

# discover: a machine that nobody knows says what it is.
discover() {
  query mac
  mac=$value
  is_mac "$mac" || not_found
  find_neighbour
  if [ "$who" != "$mac" ]; then
    alone tell refused "discovery from ${who:-an address that no neighbour has}"
    not_found
  fi
  said=
  for name in ip uuid manufacturer product serial asset hostname platform arch; do
    query "$name"
    if [ ${#value} -gt 120 ]; then value='?'; fi
    if [ -n "$value" ]; then said="$said$name=$value "; fi
  done
  alone remember "$said" || not_found
  answer '200 OK' text/plain
  printf '#!ipxe\necho Pilotlight: it is noted that this machine is here\n'
  exit 0
}
