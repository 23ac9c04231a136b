#!/bin/sh
# Keeps what is there before a change, in the flash: it outlives the router's start. $1 is the change's number, $2 the method, $3 the
# seconds until it is taken back, $4 the script that does so; the packages follow.
number=$1 way=$2 timeout=$3 restore=$4
shift 4
here=$temporary/$number

# settled: whether the change in `pending` is over; one that is confirmed, or that was taken back by rpcd.
settled() {
  read_change "$kept/pending" || return 1
  if [ -e "$kept/pending/confirmed" ]; then
    keep
    return 0
  fi
  as_before "$kept/pending" || return 1
  if [ "$at_boot" = "$boot" ] && [ "$uptime" -le "$deadline" ]; then return 1; fi
  rm -rf "$kept/pending"
}

# refuse CODE: takes back what was begun; what went wrong is in `errors`.
refuse() {
  sh "$here/restore" "$root" "$number" now || set -- 1
  why=$(head -c 2000 "$here.errors")
  rm -rf "$here.errors"
  die "$1" "${why:-it was taken back}"
}

seconds
if [ -e "$kept/pending" ] && ! settled; then die 80 'another change is not confirmed yet'; fi
for package in "$@"; do
  if [ -n "$(uci -c "$config" changes "$package" 2>/dev/null)" ]; then die 82 "$package has changes that are not committed"; fi
done
draft=$kept/draft.$number
mkdir -p "$kept" "$here" "$draft/before" && chmod 700 "$kept" && printf %s "$restore" >"$here/restore" && : >"$here.errors" || exit 82
for package in "$@"; do
  if [ ! -e "$config/$package" ]; then : >"$config/$package"; fi
  cp -p "$config/$package" "$draft/before/$package" || die 82 'what is there cannot be kept'
done
echo "$number $way $boot $((uptime + timeout))" >"$draft/record" || die 82 'what is there cannot be kept'
sync
mv -T "$draft" "$kept/pending" || die 80 'another change is not confirmed yet'
rm -rf "$kept"/draft.*
