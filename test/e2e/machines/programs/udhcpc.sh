#!/bin/sh
# What udhcpc does with a lease.
# shellcheck disable=SC2154
case $1 in
  bound | renew)
    ip addr flush dev "$interface"
    ip addr add "$ip/${mask:-24}" dev "$interface"
    [ -z "$router" ] || ip route add default via "$router" dev "$interface"
    echo "nameserver $dns" >/etc/resolv.conf
    ;;
esac
exit 0
