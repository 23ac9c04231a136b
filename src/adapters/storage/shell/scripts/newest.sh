#!/bin/sh
# find_newest [BELOW]: sets `newest` to the highest number of a lock, below another where one is given; 0 where there is none.
find_newest() {
  newest=0
  for folder in state/lock.*; do
    value=${folder#state/lock.}
    case $value in
      '' | 0* | *[!0-9]* | ??????????*) continue ;;
    esac
    if [ "$value" -gt "$newest" ] && [ "$value" -lt "${1:-1000000000}" ]; then newest=$value; fi
  done
}
