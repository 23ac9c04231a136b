#!/bin/sh
# find_newest: sets `newest` to the highest number of a lock; 0 where there is none.
find_newest() {
  newest=0
  for folder in state/lock.*; do
    value=${folder#state/lock.}
    case $value in
      '' | 0* | *[!0-9]* | ??????????*) continue ;;
    esac
    if [ "$value" -gt "$newest" ]; then newest=$value; fi
  done
}
