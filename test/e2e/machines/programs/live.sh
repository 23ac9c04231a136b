#!/bin/busybox sh
# shellcheck shell=dash
# The live system: does what CoreOS's installer does with the same arguments of the kernel, in its order. A disk that is written to is not
# bootable before all of it is there, since its first part is written last.
/bin/busybox --install -s /bin
# shellcheck source=/dev/null
. /common.sh

# stop REASON: as the service of the installer fails, and the machine waits for somebody.
stop() {
  say "the installer gives up: $*"
  while :; do sleep 1000; done
}

mount_kernel
exec </dev/console >/dev/console 2>&1
load_modules
name_disks
device=$(argument coreos.inst.install_dev)
say "live system runs, to install $device"
start_network
wget -q -O - "$(argument coreos.live.rootfs_url)" | cpio -i 2>/dev/null || stop 'no rootfs'
[ -b "$device" ] || stop "there is no disk $device"
wget -q -O /config.ign "$(argument coreos.inst.ignition_url)" || stop 'no Ignition'
# Where its parts belong, in MiB.
read -r esp root </image/layout
dd if=/dev/zero of="$device" bs=1M count=1 conv=fsync 2>/dev/null || stop 'no space'
say "writes $device"
dd if=/image/esp of="$device" bs=1M seek="$esp" conv=fsync 2>/dev/null || stop 'no space'
dd if=/image/root of="$device" bs=1M seek="$root" conv=fsync 2>/dev/null || stop 'no space'
dd if=/image/table of="$device" bs=1M conv=fsync 2>/dev/null || stop 'no space'
blockdev --rereadpt "$device"
mkdir /target
mount "$(findfs LABEL=root)" /target || stop 'what was written cannot be mounted'
mkdir /target/boot/ignition
cp /config.ign /target/boot/ignition/config.ign
: >/target/boot/ignition.firstboot
umount /target
sync
say "installed $device"
reboot -f
