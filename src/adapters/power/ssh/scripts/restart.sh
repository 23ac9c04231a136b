# Restarts the system. $1: systemd or sysrq. $2: systemctl. $3: the file that takes keys of SysRq.
if [ "$1" = systemd ]; then
	# What somebody left open in a session must not stop it.
	exec "$2" reboot -i
fi
[ -w "$3" ] || exit 82
# The answer has to leave before the system ends: sync, then everything read-only, then the start.
{
	trap '' HUP
	for key in s u b; do
		sleep 1
		echo "$key" >>"$3"
	done
} </dev/null >/dev/null 2>&1 &
