#!/bin/sh
# $1 is a folder, standard input the names of files.
cd "$1" 2>/dev/null || exit 81
xargs ls -lnd 2>/dev/null
:
