#!/bin/sh
# What a request says, and how it is answered. It is part of the program gate.sh.

# answer STATUS TYPE: the head.
answer() {
  printf 'Status: %s\r\nContent-Type: %s\r\nCache-Control: no-store\r\n\r\n' "$1" "$2"
}

# refuse STATUS TEXT
refuse() {
  answer "$1" text/plain
  if [ "$method" != HEAD ]; then printf '%s\n' "$2"; fi
  exit 0
}

not_found() {
  refuse '404 Not Found' 'Pilotlight: no'
}

# is_mac TEXT: as iPXE's type hexhyp writes it.
is_mac() {
  case $1 in
    *[!0-9a-f-]*) return 1 ;;
    ??-??-??-??-??-??) ;;
    *) return 1 ;;
  esac
  case $1 in
    -* | ?-* | *-?-* | *--* | *-) return 1 ;;
  esac
}

# query NAME: sets `value` to a parameter, as it was sent: percent-encoded, without spaces. `?` stands for one that no address can have.
query() {
  value=
  left=$asked\&
  while [ -n "$left" ]; do
    pair=${left%%&*} left=${left#*&}
    case $pair in
      "$1="*)
        value=${pair#*=}
        break
        ;;
    esac
  done
  case $value in
    *[!!-~]*) value='?' ;;
  esac
}

# find_neighbour: sets `who` to the MAC that the request came from, by the kernel's table; empty where that does not say one.
find_neighbour() {
  who=''
  case $address in
    *[!0-9.]* | '') return 0 ;;
  esac
  rows=$(grep -F "$address " "$proc/net/arp" 2>/dev/null)
  # shellcheck disable=SC2086
  set -- $rows
  while [ $# -ge 6 ]; do
    case $1/$3 in
      "$address"/0x[2367aef])
        if [ -n "$who" ] && [ "$who" != "$4" ]; then
          who=''
          return 0
        fi
        who=$4
        ;;
    esac
    shift 6
  done
  left=$who who=''
  while [ -n "$left" ]; do
    who=${who:+$who-}${left%%:*}
    case $left in
      *:*) left=${left#*:} ;;
      *) left='' ;;
    esac
  done
  is_mac "$who" || who=''
}
