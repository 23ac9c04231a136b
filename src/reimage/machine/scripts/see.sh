# Tells what a machine is, a line a fact: the first word says what it is about. $1 is put before all paths.
export LC_ALL=C
PATH=$PATH:/usr/local/bin:/usr/sbin:/sbin

# lines WORD BYTES: so much of its input, each line after the word and a mark, so that no text passes for anything else.
lines() {
	head -c "$2" | sed "s/^/$1 +/"
	# The last one may lack its end.
	echo
}

tell_generation() {
	if [ -f "$1/etc/pilotlight/generation.json" ]; then lines generation 65536 <"$1/etc/pilotlight/generation.json"; fi
	if [ -f "$1/etc/os-release" ]; then lines system 65536 <"$1/etc/os-release"; fi
}

# A link in a bond has the bond's address: what it was made with stands elsewhere.
tell_macs() {
	for link in "$1"/sys/class/net/*; do
		[ -e "$link/device" ] || continue
		for file in address bonding_slave/perm_hwaddr; do
			if [ -r "$link/$file" ] && read -r mac <"$link/$file"; then printf 'mac %.32s\n' "$mac"; fi
		done
	done | head -n 1000
	ip -o link show | sed -n 's/.* permaddr \([0-9a-f:]*\).*/mac \1/p' | head -n 1000
}

tell_disks() {
	for link in "$1"/dev/disk/by-*/*; do
		if [ -h "$link" ]; then printf 'link %.500s %.500s\n' "$(readlink "$link")" "${link#"$1"}"; fi
	done | head -n 5000
	lsblk --json --bytes --output NAME,KNAME,PKNAME,PATH,TYPE,SERIAL,WWN,SIZE,MOUNTPOINTS | lines lsblk 524288
}

tell_k3s() {
	k3s --version | lines k3s 1000
	for unit in k3s k3s-agent; do printf 'unit %s %.32s\n' "$unit" "$(systemctl is-active "$unit")"; done
}

{
	if read -r boot <"$1/proc/sys/kernel/random/boot_id"; then printf 'boot %.64s\n' "$boot"; fi
	tell_generation "$1"
	tell_macs "$1"
	tell_k3s
	tell_disks "$1"
} 2>/dev/null </dev/null
echo end
