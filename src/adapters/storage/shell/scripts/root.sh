#!/bin/sh
# What every script begins with: the way to the root folder, on the file system that it must be on.
# $1 is the folder of the storage, $2 the mount point as /proc writes it, empty where any folder will do.
# Exit codes: 80 no; 81 nothing there; 90 the lock is lost; 91 the storage is gone; 93 it is read-only.
export LC_ALL=C
umask 022
storage=$1 point=$2
shift 2

# die CODE MESSAGE
die() {
  printf '%s\n' "$2" >&2
  exit "$1"
}

# on_storage: whether the working folder is on the file system that is mounted at the point. It asks the kernel which mount the
# folder itself was reached through, so that no mount or unmount in between can make it answer wrongly. It starts no process.
on_storage() {
  mount='' at='' mode='' rest=''
  while read -r key value; do
    if [ "$key" = mnt_id: ]; then mount=$value; fi
  done 3<. </proc/self/fdinfo/3
  while read -r id _ _ _ at mode rest; do
    if [ "$id" = "$mount" ]; then break; fi
  done </proc/self/mountinfo
  [ -z "$point" ] || [ "$at" = "$point" ]
}

# enter FOLDER: goes there, physically, and looks where that is.
enter() {
  cd -P "$1" 2>/dev/null || return 1
  on_storage || die 91 "nothing is mounted at $storage"
}

# writable: both the mount and its file system.
writable() {
  case ,$mode,${rest##* }, in
    *,ro,*) die 93 "the file system at $storage is read-only" ;;
  esac
}

# enter_storage: the folder that the root folder is in.
enter_storage() {
  enter "$storage" || die 91 "there is no folder $storage"
}
