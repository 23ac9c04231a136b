#!/bin/sh
# $1 is a folder, standard input a tar archive.
mkdir -p "$1" && tar xof - -C "$1" && sync -f . || exit 1
