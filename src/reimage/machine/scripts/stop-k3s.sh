# Stops K3s on a machine that leaves its cluster: systemd does not start again what it was told to stop, before the machine starts anew.
# With `for-good` in $1 not even then.
for unit in k3s k3s-agent; do
	if systemctl cat "$unit.service" >/dev/null 2>&1; then
		systemctl stop "$unit.service" || exit 1
		if [ "$1" = for-good ]; then systemctl disable "$unit.service" || exit 1; fi
	fi
done
