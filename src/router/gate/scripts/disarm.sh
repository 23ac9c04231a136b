#!/bin/sh
# $1 is a node's first MAC. Exit codes: 80 it was not armed, 83 the state is not ours alone.
disarm() {
  read_clock
  sweep
  find_armed "$1" || return 80
  take_away "$1" && note disarmed "$1" - "$hostname"
}

if [ ! -d "$gate" ]; then exit 80; fi
enter_state || exit 83
alone disarm "$1"
