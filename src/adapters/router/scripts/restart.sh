#!/bin/sh
# Restarts services; `mounts` is one of them.
for service in "$@"; do restart "$service"; done
