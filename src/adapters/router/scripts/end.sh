#!/bin/sh
# What a change ends with, whichever way it was made.
(cd "$config" && sha256sum "$@") >"$kept/pending/after" 2>>"$here.errors" || refuse 82
restart_readers "$kept/pending"
rm -f "$here.errors"
