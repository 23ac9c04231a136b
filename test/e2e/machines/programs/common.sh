# shellcheck shell=dash
# What the live system and the installed one share. It is read with `.`.

say() {
  echo "e2e: $*" >/dev/console
}

# argument NAME: what the kernel was given as NAME=…
argument() {
  # shellcheck disable=SC2013
  for word in $(cat /proc/cmdline); do
    case $word in
      "$1="*)
        echo "${word#*=}"
        return 0
        ;;
    esac
  done
  return 1
}

mount_kernel() {
  mount -t proc proc /proc
  mount -t sysfs sysfs /sys
  mount -t devtmpfs devtmpfs /dev
}

load_modules() {
  for name in virtio_ring virtio virtio_pci_modern_dev virtio_pci_legacy_dev virtio_pci failover net_failover virtio_net \
    virtio_blk virtio-rng efivarfs; do
    insmod "/modules/$name.ko" || say "no module $name"
  done
}

# name_disks: what udev does, as far as disks have names by their serial numbers.
name_disks() {
  mkdir -p /dev/disk/by-id /run/udev/data
  for disk in /sys/block/vd*; do
    serial=$(cat "$disk/serial")
    ln -sf "../../${disk##*/}" "/dev/disk/by-id/virtio-$serial"
    printf 'E:ID_SERIAL_SHORT=%s\nE:ID_SERIAL=%s\n' "$serial" "$serial" >"/run/udev/data/b$(cat "$disk/dev")"
  done
}

# start_network: until there is an address, as NetworkManager asks again and again.
start_network() {
  ip link set lo up
  ip link set eth0 up
  until udhcpc -i eth0 -n -q -t 5 -T 1 -s /usr/share/udhcpc.sh >/dev/null 2>&1; do say 'no address yet'; done
}
