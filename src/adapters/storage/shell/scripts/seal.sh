#!/bin/sh
# $1 is a folder, $2 its seal: all that it speaks of is on the disk before it is.
sync -f . && printf %s "$2" >"$1/sealed" && sync "$1/sealed" "$1" || exit 1
