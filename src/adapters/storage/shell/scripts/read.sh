#!/bin/sh
# $1 is a file, $2 the bytes that are read at most.
if [ ! -f "$1" ]; then exit 81; fi
exec head -c "$2" "$1"
