#!/bin/sh
# journalctl -u UNIT -o cat -n LINES --no-pager
tail -n "$6" "/run/journal/$2"
