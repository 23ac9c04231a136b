#!/bin/sh
# Installs K3s on a node's first boot, then bootstraps a cluster or joins the one that answers.
# It may be cut at any step and started again: every step looks first at what is already done.
# What differs from node to node stands in /etc/pilotlight/node.env, and the servers to join in servers.env.
# PILOTLIGHT_ROOT puts all paths below another folder, for rehearsals.
set -euf

root=${PILOTLIGHT_ROOT:-}
state=$root/var/lib/pilotlight
stamp=$state/k3s-installed
k3s=$root/usr/local/bin/k3s
join_config=$root/etc/rancher/k3s/config.yaml.d/50-pilotlight-join.yaml

# shellcheck source=/dev/null
. "$root/usr/local/lib/pilotlight/common.sh"

# A certificate is not valid yet on a machine whose clock stands still, so the clock gets two minutes.
wait_for_time() {
  tries=0
  until [ "$(timedatectl show --property=NTPSynchronized --value 2>/dev/null)" = yes ]; do
    tries=$((tries + 1))
    if [ "$tries" -ge 24 ]; then
      say 'the clock is not synchronized; going on'
      return 0
    fi
    sleep 5
  done
}

# answers HOST: whether a K3s API server listens there.
answers() {
  for path in ping cacerts; do
    if curl --silent --insecure --fail --output /dev/null --max-time 5 "https://$1:6443/$path"; then return 0; fi
  done
  return 1
}

# find_server: sets `server` to the first one that answers, this node aside; fails when none does.
find_server() {
  for server in $PILOTLIGHT_SERVERS; do
    if ! same_host "$server" "$node" && answers "$server"; then return 0; fi
  done
  return 1
}

# The servers may still be installing themselves, so this has patience: about 20 minutes a run.
choose_server() {
  pause=2
  rounds=0
  until find_server; do
    rounds=$((rounds + 1))
    if [ "$rounds" -ge 24 ]; then die "none of these servers answers: $PILOTLIGHT_SERVERS"; fi
    say "no server answers yet; trying again in $pause s"
    sleep "$pause"
    pause=$((pause * 2))
    if [ "$pause" -gt 60 ]; then pause=60; fi
  done
  say "joining through $server"
  mkdir -p "${join_config%/*}"
  printf 'server: "https://%s:6443"\n' "$server" >"$join_config.part"
  chmod 0600 "$join_config.part"
  in_place "$join_config"
}

# A node that already holds a database only resumes; a new one must not found a second cluster beside a living one.
check_bootstrap() {
  rm -f "$join_config"
  if [ -d "$root/var/lib/rancher/k3s/server/db" ]; then return 0; fi
  if find_server; then die "a cluster answers at $server: refusing to bootstrap a second one"; fi
}

# install_k3s COMMAND: the installer of K3s writes and enables the unit of K3s.
install_k3s() {
  if [ "$PILOTLIGHT_K3S_SOURCE" = router ]; then
    INSTALL_K3S_SKIP_DOWNLOAD=true
    export INSTALL_K3S_SKIP_DOWNLOAD
  fi
  INSTALL_K3S_SKIP_SELINUX_RPM=true INSTALL_K3S_BIN_DIR=$root/usr/local/bin \
    INSTALL_K3S_VERSION=$PILOTLIGHT_K3S_VERSION INSTALL_K3S_EXEC=$1 sh "$state/k3s/install.sh" ||
    die "the installer of K3s failed ($?)"
}

# start_k3s UNIT: the installer does not start a unit that it finds unchanged, which is what a second run finds.
start_k3s() {
  systemctl start "$1" || die "$1 does not start: see journalctl -u $1"
}

# ready: whether this node, under its short or its full name, is Ready; or the API alone, where no network comes with K3s.
ready() {
  if [ "$PILOTLIGHT_WAIT_FOR" = api ]; then
    "$k3s" kubectl get --raw /readyz >/dev/null 2>&1
    return
  fi
  found=$("$k3s" kubectl get nodes --no-headers 2>/dev/null | while read -r name status _; do
    case $status in
      Ready | Ready,*) if same_host "$name" "$node"; then echo "$name"; fi ;;
    esac
  done)
  [ -n "$found" ]
}

wait_until_ready() {
  tries=0
  until ready; do
    tries=$((tries + 1))
    if [ "$tries" -ge 180 ]; then die "$node is not Ready after 15 minutes"; fi
    sleep 5
  done
  say "$node is Ready"
}

# The stamp comes last: with it this script, and the unit that runs it, do nothing any more.
write_stamp() {
  printf '%s %s\n' "$PILOTLIGHT_K3S_VERSION" "$PILOTLIGHT_VARIANT" >"$stamp.part"
  in_place "$stamp"
  say "K3s $PILOTLIGHT_K3S_VERSION is installed"
}

if [ -e "$stamp" ]; then
  say 'K3s is installed already'
  exit 0
fi
# shellcheck source=/dev/null
. "$root/etc/pilotlight/node.env"
# shellcheck source=/dev/null
. "$root/etc/pilotlight/servers.env"
read -r node <"$root/etc/hostname" || [ -n "$node" ] || die '/etc/hostname is empty'
case $PILOTLIGHT_VARIANT in
  bootstrap | join) command=server unit=k3s.service ;;
  agent) command=agent unit=k3s-agent.service ;;
  *) die "unknown variant: $PILOTLIGHT_VARIANT" ;;
esac

wait_for_time
"$root/usr/local/bin/pilotlight-k3s-fetch"
if [ "$PILOTLIGHT_VARIANT" = bootstrap ]; then check_bootstrap; else choose_server; fi
install_k3s "$command"
start_k3s "$unit"
if [ "$PILOTLIGHT_VARIANT" = bootstrap ]; then wait_until_ready; fi
write_stamp
