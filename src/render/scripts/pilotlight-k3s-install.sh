#!/bin/sh
# Installs K3s on a node's first boot, founds a cluster or joins the one that answers, and waits until the node is Ready.
# It may be cut at any step and started again: every step looks first at what is already done. K3s is enabled at the very end only, so
# that after a power cut nothing starts it before this script has looked at the world again.
# Its settings stand in /etc/pilotlight/*.env. PILOTLIGHT_ROOT puts all paths below another folder, for rehearsals.
set -euf

root=${PILOTLIGHT_ROOT:-}
state=$root/var/lib/pilotlight
installed=$state/k3s-installed
installer=$state/k3s/install.sh
k3s=$root/usr/local/bin/k3s
config=$root/etc/rancher/k3s/config.yaml
start_config=$root/etc/rancher/k3s/config.yaml.d/50-pilotlight-start.yaml
data=$root/var/lib/rancher/k3s
kubeconfig=$data/agent/kubelet.kubeconfig

# shellcheck source=/dev/null
. "$root/usr/local/lib/pilotlight/common.sh"
# shellcheck source=/dev/null
. "$root/usr/local/lib/pilotlight/servers.sh"
# shellcheck source=/dev/null
. "$root/usr/local/lib/pilotlight/start.sh"

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

# check_config: a token that was never filled in stands in published files, so that anybody could join with it.
check_config() {
  [ -f "$config" ] || die "$config is not there"
  if grep -q '@@pilotlight:secret:' "$config"; then
    die "$config has markers in the place of secrets: this machine was installed without being armed"
  fi
}

# check_file FILE NAME: what the router gave is still what the list says; else it is fetched again.
check_file() {
  wanted=$(expected_sum "$2" "$root/etc/pilotlight/k3s.sha256") || die "k3s.sha256 does not name $2: nothing unverified is used"
  if [ -f "$1" ] && [ "$(sum_of "$1")" = "$wanted" ]; then return 0; fi
  rm -f "$state/k3s-fetched"
  systemctl restart --no-block pilotlight-k3s-fetch.service || say 'cannot start pilotlight-k3s-fetch'
  die "$1 is not what this node was told to trust: it is fetched again"
}

check_files() {
  [ -f "$state/k3s-fetched" ] || die 'K3s is not fetched yet: see journalctl -u pilotlight-k3s-fetch'
  if [ "$PILOTLIGHT_K3S_SOURCE" != router ]; then return 0; fi
  case $PILOTLIGHT_ARCH in
    amd64) check_file "$k3s" k3s ;;
    *) check_file "$k3s" "k3s-$PILOTLIGHT_ARCH" ;;
  esac
  check_file "$installer" install.sh
}

# install_k3s: the installer of K3s writes the unit of K3s. Fedora CoreOS takes no packages at run time, so none of SELinux; and without
# those the installer leaves a program that it fetched with the label of the folder that it fetched it to.
install_k3s() {
  if [ "$PILOTLIGHT_K3S_SOURCE" = router ]; then
    INSTALL_K3S_SKIP_DOWNLOAD=true
    export INSTALL_K3S_SKIP_DOWNLOAD
  fi
  INSTALL_K3S_SKIP_SELINUX_RPM=true INSTALL_K3S_SKIP_START=true INSTALL_K3S_SKIP_ENABLE=true \
    INSTALL_K3S_BIN_DIR=$root/usr/local/bin INSTALL_K3S_VERSION=$PILOTLIGHT_K3S_VERSION INSTALL_K3S_EXEC=$command \
    sh "$installer" || die "the installer of K3s failed ($?)"
  fix_label "$k3s"
}

# start_k3s: systemd starts it again and again by itself, so this waits for the node, not for the unit.
start_k3s() {
  systemctl daemon-reload || die 'systemctl daemon-reload failed'
  systemctl "$begin" --no-block "$unit" || die "$unit does not start: see journalctl -u $unit"
}

# kubectl ARGUMENT…: as the node itself, which every node may, servers and agents.
kubectl() {
  "$k3s" kubectl --kubeconfig "$kubeconfig" --request-timeout=10s "$@" 2>/dev/null
}

# ready NAME: whether the node of this name is Ready, by the word of a kubelet of this very boot; or is known at all, where no network
# of pods comes with K3s.
ready() {
  if [ "$PILOTLIGHT_WAIT_FOR" = api ]; then
    kubectl get --raw /readyz >/dev/null && kubectl get node "$1" -o name >/dev/null
    return
  fi
  said=$(kubectl get node "$1" -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status} {.status.nodeInfo.bootID}') || return 1
  [ "${said%% *}" = True ] || return 1
  boot=$(cat "$root/proc/sys/kernel/random/boot_id" 2>/dev/null) || return 0
  [ "${said#* }" = "$boot" ]
}

# find_ready: sets `found` to the name that this node has in the cluster, the full or the short one, once it is Ready.
find_ready() {
  if [ ! -e "$kubeconfig" ]; then return 1; fi
  for found in "$node" "${node%%.*}"; do
    if ready "$found"; then return 0; fi
  done
  return 1
}

wait_until_ready() {
  tries=0
  until find_ready; do
    tries=$((tries + 1))
    if [ "$tries" -ge 180 ]; then
      say "the last lines of $unit:"
      journalctl -u "$unit" -o cat -n 8 --no-pager 2>/dev/null || :
      die "$node is not Ready after 15 minutes (began with ${start:-its own database}): see journalctl -u $unit"
    fi
    if [ $((tries % 12)) = 0 ]; then say "$node is not Ready yet; $unit is $(systemctl is-active "$unit" 2>/dev/null || :)"; fi
    sleep 5
  done
  say "$found is Ready"
}

# label_node: what the node was made from, for whoever looks at the cluster. A release that is not known has no label.
label_node() {
  read_generation
  label=pilotlight/release-
  if [ "$release" != - ]; then label=pilotlight/release=$(short "$release"); fi
  tries=0
  until kubectl label node "$found" --overwrite "pilotlight/generation=$(short "$generation")" "$label" \
    "pilotlight/variant=$PILOTLIGHT_VARIANT" >/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -ge 12 ]; then die "cannot label the node $found"; fi
    sleep 5
  done
}

# finish: cluster-init is for the first start alone. Then K3s may start by itself, and this script has nothing to do any more. What the
# installer wrote has to be on the disk before the stamp is: it syncs nothing.
finish() {
  if [ "$start" = cluster-init ]; then
    rm -f "$start_config"
  fi
  systemctl enable "$unit" || die "cannot enable $unit"
  sync
  stamp "$installed" "$PILOTLIGHT_K3S_VERSION $PILOTLIGHT_VARIANT"
  say "K3s $PILOTLIGHT_K3S_VERSION is installed"
}

if [ -e "$installed" ]; then
  say 'K3s is installed already'
  exit 0
fi
for settings in node k3s servers gate; do
  # shellcheck source=/dev/null
  . "$root/etc/pilotlight/$settings.env"
done
read -r node <"$root/etc/hostname" || [ -n "$node" ] || die '/etc/hostname is empty'
case $PILOTLIGHT_VARIANT in
  bootstrap | join) command=server unit=k3s.service ;;
  agent) command=agent unit=k3s-agent.service ;;
  *) die "unknown variant: $PILOTLIGHT_VARIANT" ;;
esac
# How systemctl begins, and what read_generation reads.
begin=start generation='' release=''

check_config
check_files
wait_for_time
list_targets
find_expected
choose_start
install_k3s
start_k3s
wait_until_ready
label_node
finish
