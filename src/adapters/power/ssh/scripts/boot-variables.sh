# Tells how UEFI boots: `<name> <hexadecimal bytes>` a line. $1: where efivarfs is mounted.
# Without UEFI there is not even the folder that it is mounted in.
[ -d "${1%/*}" ] || exit 80
cd "$1" || exit 81
guid=8be4df61-93ca-11d2-aa0d-00e098032b8c
found=
for file in Boot????-"$guid" BootOrder-"$guid" BootNext-"$guid" BootCurrent-"$guid"; do
	[ -f "$file" ] || continue
	found=1
	printf '%s %s\n' "${file%%-*}" "$(od -An -v -tx1 "$file" | tr -d ' \n')"
done
[ -n "$found" ] || exit 81
