#!/bin/sh
# Tells everything there is to know, a line a fact: the first word says what it is about. $1 is the root folder of the storage, $2 the
# packages of UCI, $3 the commands that are needed.

# lines WORDS: its input, each line after the words and a mark, so that no text passes for anything else.
lines() {
  awk -v words="$1 +" '{ print words $0 }' 2>/dev/null
}

# ports WORD STATE FILE…: the ports of sockets that are in the state, in hexadecimal.
ports() {
  word=$1 state=$2
  shift 2
  cat "$@" 2>/dev/null | awk -v word="$word" -v state="$state" '$4 == state { sub(/.*:/, "", $2); print word, $2 }' | sort -u
}

tell_system() {
  seconds
  echo "uptime $uptime"
  echo "boot $boot"
  for command in opkg apk; do
    if command -v "$command" >/dev/null; then echo "manager $command"; fi
  done
  for command in $2; do
    if ! command -v "$command" >/dev/null; then echo "missing $command"; fi
  done
  for file in "$root/etc/openwrt_release" "$root/etc/os-release"; do
    if [ -f "$file" ]; then
      lines release <"$file"
      break
    fi
  done
  for file in "$root"/usr/lib/opkg/info/*.control; do
    file=${file##*/}
    echo "installed ${file%.control}"
  done
  if [ -f "$root/lib/apk/db/installed" ]; then sed -n 's/^P:/installed /p' "$root/lib/apk/db/installed"; fi
  for package in $1; do
    if [ -f "$config/$package" ]; then
      echo "package $package"
      uci -c "$config" export "$package" | lines "uci $package"
    fi
  done
  uci -c "$config" changes | lines staged
}

tell_network() {
  block info | lines block
  lines mounts </proc/mounts
  { ip -o -4 addr show || ifconfig; } | lines addresses
  ports udp 07 /proc/net/udp /proc/net/udp6
  ports tcp 0A /proc/net/tcp /proc/net/tcp6
  lines neighbours </proc/net/arp
}

tell_services() {
  if [ "$(ubus list | grep -cx -e session -e uci)" = 2 ]; then echo rpcd; fi
  for service in dnsmasq uhttpd; do
    ubus call service list "{\"name\":\"$service\"}" </dev/null | lines services
  done
  cat "$root"/var/etc/dnsmasq.conf* | lines dnsmasq
  lines leases <"$root/tmp/dhcp.leases"
  logread | grep -E 'dnsmasq-(dhcp|tftp)' | tail -n 1000 | lines log
  echo "clock $(date)"
}

tell_change() {
  if read_change "$kept/pending" && [ ! -e "$kept/pending/confirmed" ]; then
    left=$((deadline - uptime))
    if [ "$at_boot" != "$boot" ]; then left=-; fi
    if [ "$left" = - ] || [ "$left" -lt 0 ] && as_before "$kept/pending"; then :; else echo "pending $id $method $left"; fi
  fi
  # One that is confirmed and has not got its place yet.
  folder=$kept/last
  if [ -e "$kept/pending/confirmed" ]; then folder=$kept/pending; fi
  if read_change "$folder"; then
    echo "last $id"
    for file in "$folder"/before/*; do
      name=${file##*/}
      echo "changes $name"
      lines "before $name" <"$file"
      if ! (cd "$config" && grep "  $name\$" "$folder/after" | sha256sum -c) >/dev/null 2>&1; then echo "since $name"; fi
    done
  fi
}

tell() {
  {
    tell_system "$2" "$3"
    tell_network
    tell_services
    tell_change
    if cd "$1"; then find cgi-bin tftp -type f -exec sha256sum {} + | lines file; fi
  } 2>/dev/null </dev/null
  echo end
}

if command -v gzip >/dev/null; then tell "$@" | gzip -c; else tell "$@"; fi
