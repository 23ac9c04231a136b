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
  said="$said text=$value"
  report hear "$1"
}
