#!/bin/sh
# $1 is a folder, standard input a tar archive. Files of a folder that is served meanwhile wait in $2 until all of them are there: the
# last one says so.
if [ -n "$2" ]; then rm -rf "$2" || exit 1; fi
mkdir -p "$1" "${2:-$1}" && tar xof - -C "${2:-$1}" && sync -f . || exit 1
if [ -n "$2" ]; then
  if [ ! -f "$2/.whole" ]; then die 1 'the files came in part'; fi
  for file in "$2"/*; do
    if [ -f "$file" ]; then mv -f "$file" "$1" || exit 1; fi
  done
  rm -rf "$2"
  sync -f .
fi
