# kubectl of K3s, as root. $@: its arguments.
PATH=$PATH:/usr/local/bin
k3s=$(command -v k3s) || exit 127
if [ "$(id -u)" = 0 ]; then exec "$k3s" kubectl "$@"; fi
sudo -n true </dev/null || exit 126
exec sudo -n "$k3s" kubectl "$@"
