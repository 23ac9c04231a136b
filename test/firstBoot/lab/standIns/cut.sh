# shellcheck shell=dash
# Where the power may go. It is read with `.`: a step is a point between two things that a first boot does. /lab/cut/at has the name of the
# step that the power goes at the first time; with `each` in its place the boot waits at each step that has left something new.

# state: a sum of what is on the disk, and of what the rest of the world has been told; not taken again where nothing was touched.
state() {
  if [ -e /lab/cut/looked ]; then
    touched=$(/host/bin/find /etc /var /lab/labels /lab/k3s /lab/told -cnewer /lab/cut/looked -print -quit 2>/dev/null)
    if [ -z "$touched" ]; then
      echo same
      return 0
    fi
  fi
  : >/lab/cut/looked
  {
    /host/bin/find /etc /var /lab/labels /lab/k3s /lab/told -type f -exec /host/bin/cksum {} + 2>/dev/null
    /host/bin/find /etc /var ! -type f -printf '%p %l\n'
  } | LC_ALL=C /host/bin/sort | /host/bin/sha256sum
}

# wait_at NAME: tells of a step that has left what no step before it has, and goes on when somebody says so.
wait_at() {
  sum=$(state)
  if [ "$sum" = same ] || /host/bin/grep -qxF "$sum" /lab/cut/states 2>/dev/null; then return 0; fi
  echo "$sum" >>/lab/cut/states
  /host/bin/mkfifo "/lab/cut/go.$$"
  echo "$$ $1" >/lab/cut/reached
  read -r _ <"/lab/cut/go.$$"
  /host/bin/rm "/lab/cut/go.$$"
}

# step NAME
step() {
  [ -e /lab/cut/at ] || return 0
  read -r at </lab/cut/at
  if [ "$at" = each ]; then
    wait_at "$1"
  elif [ "$at" = "$1" ] && [ ! -e /lab/cut/done ]; then
    : >/lab/cut/done
    kill -9 -1
    kill -9 $$
  fi
}
