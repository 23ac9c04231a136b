#!/bin/sh
# What every script begins with. $1 is the folder that stands for /; it is empty on a router.
# Exit codes: 80 another change is not settled; 81 it was taken back; 82 refused, and all is as it was; 83 rpcd has another change.
export LC_ALL=C
umask 077
root=$1
shift
config=$root/etc/config kept=$root/etc/pilotlight-router temporary=$root/tmp/pilotlight-router

# die CODE MESSAGE
die() {
  printf '%s\n' "$2" >&2
  exit "$1"
}

# seconds: sets `uptime`, whole.
seconds() {
  read -r uptime _ <"$root/proc/uptime"
  uptime=${uptime%.*}
}
read -r boot </proc/sys/kernel/random/boot_id
