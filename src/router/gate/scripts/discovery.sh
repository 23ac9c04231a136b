#!/bin/sh
# Machines that nobody knows. It is part of the program gate.sh.

# remember TEXT: notes a machine that nobody knows, the one that the request came from. Not more than 256 of them.
remember() {
  read_clock
  seen=seen/$who
  if [ ! -d seen ]; then mkdir seen 2>/dev/null || return 1; fi
  if [ ! -f "$seen" ]; then
    set +f
    set -- "$1" seen/*
    set -f
    if [ $# -gt 256 ]; then
      # shellcheck disable=SC2012
      oldest=$(ls -t seen | tail -n 1)
      rm -f "seen/${oldest:-none}"
    fi
    mac=$who
    say discovered ''
  fi
  line="$uptime ${boot%%-*} $who $address $1"
  { printf '%s\n' "$line" >"$seen"; } 2>/dev/null
  found=
  { IFS= read -r found <"$seen"; } 2>/dev/null
  [ "$found" = "$line" ] || rm -f "$seen"
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
