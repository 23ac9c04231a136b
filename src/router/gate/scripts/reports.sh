#!/bin/sh
# What nodes tell of themselves. It is part of the program gate.sh.

# hear_done: a node says what it was installed with.
hear_done() {
  read_clock
  if find_armed "$mac"; then
    is_node 'done' || return 1
    if [ "$generation" != "$digest" ]; then
      say wrong-generation "$said"
    elif [ "$progress" = open ]; then
      say early "$said"
    else
      say ready "$said"
      take_away "$mac" && say disarmed installed
    fi
  elif [ "$linked" = yes ]; then
    say ready "$said"
  else
    say refused "done from ${who:-an address that no neighbour has}"
    return 1
  fi
}

# hear KIND: a node tells something.
hear() {
  read_clock
  if find_armed "$mac"; then
    is_node "$1" || return 1
  elif [ "$linked" != yes ]; then
    say refused "$1 from ${who:-an address that no neighbour has}"
    return 1
  fi
  say "$1" "$said"
  if [ "$1" = first-boot ] && host_key "$told"; then keep_key; fi
}

# host_key TEXT: sets `key` to the data of the public host key that a percent-encoded text is. All of its kind have one length and one
# beginning, and nothing else will do.
host_key() {
  left=${1#ssh-ed25519%20} key=
  if [ "$left" = "$1" ] || [ ${#left} -gt 204 ]; then return 1; fi
  while :; do
    key=$key${left%%[%]*}
    case $left in
      *%*) left=${left#*[%]} ;;
      *) break ;;
    esac
    case $left in
      2[Bb]*) key=$key+ ;;
      2[Ff]*) key=$key/ ;;
      *) return 1 ;;
    esac
    left=${left#??}
  done
  case $key in
    *[!A-Za-z0-9+/]*) return 1 ;;
    AAAAC3NzaC1lZDI1NTE5AAAAI*) ;;
    *) return 1 ;;
  esac
  [ ${#key} = 68 ]
}

# keep_key: notes the host key of a node, and the one before it. Those of 1024 nodes are kept, however many events there are.
keep_key() {
  known='' before=-
  if [ -f "keys/$mac" ]; then read -r _ _ _ _ known before <"keys/$mac"; fi
  if [ -n "$known" ] && [ "$known" != "$key" ]; then
    before=$known
    say host-key 'another one than before'
  fi
  if [ -z "$known" ]; then make_room keys 1024 || return 0; fi
  keep "keys/$mac" "$uptime ${boot%%-*} $mac ${address:--} $key $before"
}

# report COMMAND…: hears what a node says of itself.
report() {
  find_neighbour
  linked=no
  if is_link; then linked=yes; fi
  alone "$@" || not_found
  refuse '200 OK' 'Pilotlight: heard'
}

# report_done
report_done() {
  query generation
  generation=$value
  is_digest "$generation" || generation='?'
  query release
  is_digest "$value" || value='?'
  said="generation=$generation release=$value"
  report hear_done
}

# report_event KIND
report_event() {
  query unit
  said=unit=$value
  query text
  told=$value
  said="$said text=$told"
  report hear "$1"
}
