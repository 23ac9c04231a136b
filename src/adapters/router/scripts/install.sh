#!/bin/sh
# Installs packages.
{
  if command -v apk >/dev/null; then
    apk update && apk add "$@"
  else
    opkg update && opkg install "$@"
  fi
} </dev/null >&2
