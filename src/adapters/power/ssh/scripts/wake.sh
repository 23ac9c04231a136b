# Wakes a machine from a router. $1: its MAC. $2: the network of the site. $3: the interface, or nothing: the one of that network.
for program in etherwake ether-wake; do
	command -v "$program" >/dev/null 2>&1 && break
	program=
done
[ -n "$program" ] || exit 80
interface=$3
[ -n "$interface" ] || interface=$(ip -4 route show "$2" | sed -n 's/.* dev \([^ ]*\).*/\1/p' | head -n 1)
[ -n "$interface" ] || exit 81
for _ in 1 2 3; do "$program" -b -i "$interface" "$1" || exit 1; done
