#!/bin/sh
# How K3s begins on this node: it founds a cluster, joins one, or resumes. It is read with `.`, never run. It takes common.sh, servers.sh,
# the settings of the first boot, $start_config, $data, $command and $unit.

# is_member: whether K3s began its life here: a server has a database, an agent a certificate. What etcd is told before it joined
# (`etcd/name` and `etcd/config`) is no database.
is_member() {
  if [ "${command?}" = agent ]; then
    [ -n "$start" ] && [ -e "${data?}/agent/client-kubelet.crt" ]
    return
  fi
  [ -n "$(find "$data/server/db" -type f ! -path '*/etcd/name' ! -path '*/etcd/config' 2>/dev/null)" ]
}

# k3s_runs: whether K3s was started since the machine is up, be it ready or not.
k3s_runs() {
  case $(systemctl is-active "${unit?}" 2>/dev/null) in
    active | activating | reloading) return 0 ;;
  esac
  return 1
}

# read_start: sets `start` to how an earlier run began: `cluster-init`, the host of a server, or nothing.
read_start() {
  start=
  if [ ! -f "${start_config?}" ]; then return 0; fi
  read -r line <"$start_config" || return 0
  case $line in
    'cluster-init: true') start=cluster-init ;;
    'server: "https://'*)
      start=${line#*https://}
      start=${start%%:6443*}
      ;;
  esac
}

# write_start START: K3s takes one line of how to begin, never two servers, nor a server beside cluster-init. Where it said something else,
# `begin` becomes `restart`.
# shellcheck disable=SC2034
write_start() {
  if [ "$1" = "$start" ]; then return 0; fi
  mkdir -p "${start_config%/*}"
  if [ "$1" = cluster-init ]; then line='cluster-init: true'; else line="server: \"https://$1:6443\""; fi
  printf '%s\n' "$line" >"$start_config.part"
  chmod 0600 "$start_config.part"
  in_place "$start_config"
  if [ -n "$start" ]; then begin=restart; fi
  start=$1
}

# join_server: the servers may still be installing themselves, so this has patience: about 20 minutes a run.
join_server() {
  [ -n "$targets" ] || die 'there is no server to join: servers.env names none but this node'
  pause=2
  rounds=0
  # shellcheck disable=SC2086
  until find_server $start; do
    rounds=$((rounds + 1))
    if [ "$rounds" -ge 24 ]; then die "none of these API servers answers: $targets"; fi
    say "no API server answers yet; trying again in $pause s"
    sleep "$pause"
    pause=$((pause * 2))
    if [ "$pause" -gt 60 ]; then pause=60; fi
  done
  say "joining through ${server?}"
  write_start "$server"
}

# router_answers: the gate is asked for nobody, as a question for this node would void what it was given.
router_answers() {
  if [ -n "$PILOTLIGHT_GATE" ] && answers "${PILOTLIGHT_GATE%/*}/"; then return 0; fi
  answers "$PILOTLIGHT_K3S_URL/"
}

# found_cluster: a new cluster is founded only where no other is. Silence proves that only while the network works, which the router's
# answer shows; and one round may be bad luck. Where a cluster answers, this node joins it.
found_cluster() {
  quiet=0
  rounds=0
  while [ -n "$targets" ] && [ "$quiet" -lt 3 ]; do
    if find_server; then
      say "a cluster answers at $server: joining it, and founding none"
      write_start "$server"
      return 0
    fi
    rounds=$((rounds + 1))
    if router_answers; then
      quiet=$((quiet + 1))
      say "no other API server answers ($quiet of 3)"
    else
      quiet=0
      say 'neither another API server nor the router answers, so that silence proves nothing'
      if [ "$rounds" -ge 24 ]; then die 'the router does not answer: no cluster is founded'; fi
    fi
    if [ "$quiet" -lt 3 ]; then sleep 10; fi
  done
  say 'founding a new cluster'
  write_start cluster-init
}

# choose_start: how K3s begins. A node that saw a cluster once never founds one.
choose_start() {
  read_start
  if is_member; then
    say "K3s began here before (${start:-with its own database}): resuming"
    return 0
  fi
  if [ "$start" = cluster-init ] && k3s_runs; then
    say 'a new cluster is being founded: resuming'
    return 0
  fi
  case $PILOTLIGHT_VARIANT/$start in
    bootstrap/ | bootstrap/cluster-init) found_cluster ;;
    *) join_server ;;
  esac
}
