# Writes BootNext. $1: where efivarfs is mounted. $2: the number of the option as two bytes, each `\ooo`.
cd "$1" || exit 81
file=BootNext-8be4df61-93ca-11d2-aa0d-00e098032b8c
# The kernel protects variables that it does not know from being removed by accident.
if [ -e "$file" ]; then chattr -i "$file" 2>/dev/null || :; fi
# Attributes first: kept without power, seen by the boot services and by the system. One write makes one variable.
# shellcheck disable=SC2059 # the bytes are ours
printf "\\007\\000\\000\\000$2" | dd of="$file" bs=64 status=none || exit 1
printf 'BootNext %s\n' "$(od -An -v -tx1 "$file" | tr -d ' \n')"
