#!/bin/busybox sh
# shellcheck shell=dash
# The first file system of an installed machine: on its first boot Ignition applies its configuration, before anything of the system runs.
/bin/busybox --install -s /bin
# shellcheck source=/dev/null
. /common.sh

# stop REASON: as the emergency shell that Ignition's failure leads to.
stop() {
  say "initramfs: $*"
  while :; do sleep 1000; done
}

# ignite STAGE: the real Ignition.
ignite() {
  ignition --log-to-stdout --platform metal --stage "$1" --root /sysroot --config-cache /run/ignition.json --state-file /run/ignition.state \
    --neednet /run/ignition.neednet >/run/ignition.log 2>&1 && return 0
  grep -iE 'crit|fail|error' /run/ignition.log | tail -n 20 >/dev/console
  stop "Ignition's stage $1 failed"
}

mount_kernel
exec </dev/console >/dev/console 2>&1
mkdir -p /run /sysroot
mount -t tmpfs tmpfs /run
load_modules
name_disks
mount "$(findfs LABEL=root)" /sysroot || stop 'there is no system'
if [ -e /sysroot/boot/ignition.firstboot ]; then
  start_network
  cp /sysroot/boot/ignition/config.ign /usr/lib/ignition/user.ign
  ignite fetch
  ignite files
  rm -rf /sysroot/boot/ignition /sysroot/boot/ignition.firstboot
  sync
  say 'Ignition applied its configuration'
fi
for folder in proc sys dev run; do mount --move "/$folder" "/sysroot/$folder"; done
exec switch_root /sysroot /usr/libexec/init
