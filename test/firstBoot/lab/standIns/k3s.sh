#!/host/bin/dash
# A model of K3s. What it models, and from where:
# - config.yaml, then config.yaml.d/*.yaml by name; the last value of a key is in force (docs.k3s.io, Configuration Options). Several
#   servers are refused (k3s#7325), and so is a server beside cluster-init: no machine of Pilotlight may ever be told both.
# - A server with a database goes on with it, whatever it is told. Without one it founds a cluster with cluster-init, and, by itself, without
#   a server too; with a server it joins that (docs.k3s.io, High Availability Embedded etcd).
# - Whoever joins takes only a server whose CA certificates have the hash of its token, if that has one, and tries until it answers
#   (docs.k3s.io, k3s token).
# - The kubelet's credentials see and label its own node only (kubernetes.io, Node authorization).
# /lab/k3s has the settings of this one (failStarts, readyAfter, registerAs) and what became of it (starts, labels).
set -f
# shellcheck source=/dev/null
. /lab/programs/cut.sh
data=/var/lib/rancher/k3s

# values KEY: of the files in their order, the last file that has it; a value a line.
values() {
  set +f
  last=
  for file in /etc/rancher/k3s/config.yaml /etc/rancher/k3s/config.yaml.d/*.yaml; do
    [ -s "$file" ] && /host/bin/grep -q "^$1:" "$file" && last=$file
  done
  set -f
  if [ -n "$last" ]; then
    /host/bin/sed -n -e "/^$1:/,/^[^ -]/{s/^$1: *\(.\)/\1/p" -e 's/^ *- //p' -e '}' "$last" | /host/bin/sed 's/^"\(.*\)"$/\1/'
  fi
}

# setting NAME DEFAULT: sets `value`.
setting() {
  value=$2
  if [ -s "/lab/k3s/$1" ]; then read -r value <"/lab/k3s/$1"; fi
}

fatal() {
  echo "level=fatal msg=\"$*\""
  exit 1
}

# came_up HOW
came_up() {
  echo "$role $1 ${server:--} cluster-init=${init:-false}" >>/lab/k3s/starts
}

# join_server: as far as the CA goes.
join_server() {
  ca=$(/host/bin/curl -s -k --max-time 5 "$server/cacerts" && echo .) || fatal "failed to get CA certs: $server"
  case $token in
    K10*::*)
      hash=$(printf %s "${ca%.}" | /host/bin/sha256sum)
      [ "${token%%::*}" = "K10${hash%% *}" ] || fatal "token CA hash does not match the Cluster CA certificate hash"
      ;;
  esac
}

# sync_own: what K3s wrote is on the disk, and nothing else.
sync_own() {
  for file in $data/server/db/etcd/name $data/server/db/etcd/member/snap/db $data/agent/client-kubelet.crt \
    $data/agent/kubelet.kubeconfig /etc/rancher/k3s/k3s.yaml; do
    if [ -e "$file" ]; then /lab/programs/sync.sh "$file"; fi
  done
}

# run ROLE: starts, and is there.
run() {
  role=$1
  setting failStarts 0
  left=$value
  if [ "$left" -gt 0 ]; then
    echo "$((left - 1))" >/lab/k3s/failStarts
    fatal "starting kubernetes: the lab says so, with token $(values token)"
  fi
  server=$(values server) init=$(values cluster-init) token=$(values token)
  [ -n "$token" ] || fatal 'no token'
  case $server in
    *'
'*) fatal 'several servers' ;;
  esac
  [ "$init" != true ] || [ -z "$server" ] || fatal 'cluster-init beside a server'
  name=$(values node-name)
  setting registerAs "${name:-$(/host/bin/cat /etc/hostname)}"
  name=$value
  if [ "$role" = agent ]; then
    [ -n "$server" ] || fatal '--server is required'
    join_server
    if [ -s $data/agent/client-kubelet.crt ]; then how=resumed; else how=joined; fi
  elif [ -s $data/server/db/etcd/member/snap/db ]; then
    how=resumed
  elif [ -n "$server" ]; then
    join_server
    how=joined
  else
    how=founded
  fi
  /host/bin/mkdir -p $data/agent
  if [ "$role" = server ] && [ $how != resumed ]; then
    /host/bin/mkdir -p $data/server/db/etcd
    echo "$name" >$data/server/db/etcd/name
    step 'k3s has a name for etcd'
    /host/bin/mkdir -p $data/server/db/etcd/member/snap
    echo "$how" >$data/server/db/etcd/member/snap/db
    echo admin >/etc/rancher/k3s/k3s.yaml
  fi
  came_up $how
  sync_own
  step "k3s $how"
  echo certificate >$data/agent/client-kubelet.crt
  echo "kubelet $name" >$data/agent/kubelet.kubeconfig
  sync_own
  step 'k3s is up'
  # What the cluster knows of a node outlives its boot: until its kubelet has spoken again, it is as Ready as it was.
  if [ $how = resumed ] && [ -e /lab/k3s/bootId ]; then echo 1 >/lab/k3s/staleFor; else echo 0 >/lab/k3s/staleFor; fi
}

unmodelled() {
  echo "k3s kubectl $1" >>/lab/unmodelled
  exit 1
}

# shellcheck source=/dev/null
. /lab/programs/kubectl.sh
case ${1:-} in
  server | agent) run "$1" ;;
  kubectl)
    shift
    kubectl "$@"
    ;;
  --version) echo 'k3s version v1.34.1+k3s1 (stand-in)' ;;
  *) unmodelled "$*" ;;
esac
