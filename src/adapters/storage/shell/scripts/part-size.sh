#!/bin/sh
# $1 is an upload.
if [ -f "$1" ]; then ls -lnd "$1"; fi
