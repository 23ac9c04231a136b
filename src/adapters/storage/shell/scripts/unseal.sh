#!/bin/sh
# $1 is a folder.
if [ -e "$1/sealed" ]; then
  rm -f "$1/sealed" && sync "$1" || exit 1
fi
