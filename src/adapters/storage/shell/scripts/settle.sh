#!/bin/sh
# $1 is an upload, $2 the file that it becomes.
if [ -f "$1" ]; then
  if [ -d "$2" ]; then die 1 "$2 is a folder"; fi
  mkdir -p "${2%/*}" && sync "$1" && mv -f "$1" "$2" || exit 1
elif [ ! -f "$2" ]; then
  die 1 "neither $1 nor $2 is there"
fi
sync -f .
