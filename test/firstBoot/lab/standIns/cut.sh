# shellcheck shell=dash
# Where the power may go. It is read with `.`: a step is a point between two things that a first boot does. /lab/cut/at has the number of the
# step that the power goes at; `record` in its place notes what the disk has at each step.

# state: what is on the disk, and what the rest of the world has been told.
state() {
  {
    /host/bin/find /etc /var -type f -exec /host/bin/cksum {} +
    /host/bin/find /etc /var ! -type f -printf '%p %l\n'
    /host/bin/cat /lab/k3s/starts /lab/k3s/labels /lab/told 2>/dev/null
  } | LC_ALL=C /host/bin/sort | /host/bin/cksum
}

# step NAME
step() {
  [ -e /lab/cut/at ] || return 0
  read -r at </lab/cut/at
  if [ "$at" = record ]; then
    echo "$(state) $1" >>/lab/cut/steps
    return 0
  fi
  echo "$1" >>/lab/cut/steps
  if [ "$(/host/bin/wc -l </lab/cut/steps)" -ge "$at" ] && [ ! -e /lab/cut/done ]; then
    : >/lab/cut/done
    kill -9 -1
    kill -9 $$
  fi
}
