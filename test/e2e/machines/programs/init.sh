#!/bin/sh
# The first process of an installed machine, in the place of systemd.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin
# shellcheck source=/dev/null
. /usr/libexec/common.sh
exec </dev/console >/dev/console 2>&1
mkdir -p /dev/pts /run/units /run/journal
mount -t devpts -o ptmxmode=666 devpts /dev/pts
ln -sf pts/ptmx /dev/ptmx
ln -sf /proc/self/fd /dev/fd
mount -t tmpfs -o mode=1777 tmpfs /tmp
mount -t efivarfs efivarfs /sys/firmware/efi/efivars
hostname "$(cat /etc/hostname)"
ip addr show dev eth0 | grep -q 'inet ' || start_network
key=/etc/ssh/ssh_host_ed25519_key
if [ ! -e $key.pub ]; then
  dropbearkey -t ed25519 -f $key | grep '^ssh-ed25519' >$key.pub
fi
# OpenSSH's server reads the folder itself.
home=/var/home/core/.ssh
if [ -d $home/authorized_keys.d ]; then
  cat $home/authorized_keys.d/* >$home/authorized_keys
  chown core $home/authorized_keys
  chmod 600 $home/authorized_keys
fi
dropbear -r $key -s
say "$(hostname) runs, boot $(cat /proc/sys/kernel/random/boot_id)"
/usr/libexec/units.sh
say "$(hostname): all units ended"
while :; do
  sleep 1000 &
  wait
done
