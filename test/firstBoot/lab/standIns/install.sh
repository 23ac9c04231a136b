#!/bin/sh
# A model of K3s's install script: what it does with INSTALL_K3S_SKIP_DOWNLOAD=true, in its order, and with its holes: the unit goes away
# first and comes back, nothing is synced, and without INSTALL_K3S_SKIP_START it starts K3s and waits for it. Source: install.sh of k3s-io/k3s.
set -e
# shellcheck source=/dev/null
. /lab/programs/cut.sh
command=${INSTALL_K3S_EXEC%% *}
bin=${INSTALL_K3S_BIN_DIR:-/usr/local/bin}
case $command in
  server) name=k3s ;;
  agent) name=k3s-agent ;;
  *) exit 1 ;;
esac
unit=/etc/systemd/system/$name.service
echo "install.sh $INSTALL_K3S_EXEC skip-download=${INSTALL_K3S_SKIP_DOWNLOAD:-} skip-selinux=${INSTALL_K3S_SKIP_SELINUX_RPM:-} version=${INSTALL_K3S_VERSION:-}" >>/lab/k3s/installs
if [ -s /lab/k3s/failInstalls ]; then
  read -r left </lab/k3s/failInstalls
  if [ "$left" -gt 0 ]; then
    echo "$((left - 1))" >/lab/k3s/failInstalls
    # As somebody's debugging would.
    /host/bin/cat /etc/rancher/k3s/config.yaml
    echo '[ERROR]  the lab says so' >&2
    exit 1
  fi
fi
if [ "${INSTALL_K3S_SKIP_DOWNLOAD:-}" != true ]; then
  /host/bin/cp /lab/k3s/upstream "$bin/k3s.tmp"
  step 'install.sh downloads'
  /host/bin/chmod 755 "$bin/k3s.tmp"
  /host/bin/mv -f "$bin/k3s.tmp" "$bin/k3s"
elif [ ! -x "$bin/k3s" ]; then
  echo "[ERROR]  Executable k3s binary not found at $bin/k3s" >&2
  exit 1
fi
if [ "${INSTALL_K3S_SKIP_SELINUX_RPM:-}" != true ]; then
  echo '[ERROR]  rpm-ostree install k3s-selinux: cannot reach rpm.rancher.io' >&2
  exit 1
fi
before=$(/host/bin/cat "$unit" "$unit.env" "$bin/k3s" 2>&1 | /host/bin/cksum)
for link in kubectl crictl ctr; do
  [ -e "$bin/$link" ] || /host/bin/ln -sf k3s "$bin/$link"
done
printf '#!/bin/sh\n' >"$bin/k3s-killall.sh"
printf '#!/bin/sh\n' >"$bin/$name-uninstall.sh"
/host/bin/chmod 755 "$bin/k3s-killall.sh" "$bin/$name-uninstall.sh"
step 'install.sh has its scripts'
/lab/programs/systemctl.sh disable "$name"
/host/bin/rm -f "$unit" "$unit.env"
step 'install.sh took the unit away'
: >"$unit.env"
/host/bin/chmod 600 "$unit.env"
: >"$unit"
step 'install.sh writes the unit'
cat >"$unit" <<UNIT
[Unit]
Description=Lightweight Kubernetes
Wants=network-online.target
After=network-online.target

[Install]
WantedBy=multi-user.target

[Service]
Type=notify
EnvironmentFile=-$unit.env
KillMode=process
Restart=always
RestartSec=5s
TimeoutStartSec=0
ExecStart=$bin/k3s \\
    $command \\

UNIT
step 'install.sh wrote the unit'
[ "${INSTALL_K3S_SKIP_ENABLE:-}" = true ] && exit 0
/lab/programs/systemctl.sh enable "$name.service"
[ "${INSTALL_K3S_SKIP_START:-}" = true ] && exit 0
[ "$before" = "$(/host/bin/cat "$unit" "$unit.env" "$bin/k3s" 2>&1 | /host/bin/cksum)" ] && exit 0
exec /lab/programs/systemctl.sh restart "$name.service"
