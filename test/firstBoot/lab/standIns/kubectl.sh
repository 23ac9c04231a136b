# shellcheck shell=dash disable=SC2154
# What `k3s kubectl` answers: a part of the model of K3s, k3s.sh, which reads it with `.`.

# kubectl WORDS
kubectl() {
  config=${KUBECONFIG:-/etc/rancher/k3s/k3s.yaml} words='' output='' headers=yes
  while [ $# -gt 0 ]; do
    case $1 in
      --kubeconfig) config=$2 && shift ;;
      --kubeconfig=*) config=${1#*=} ;;
      -o | --output) output=$2 && shift ;;
      -o*) output=${1#-o} ;;
      --output=*) output=${1#*=} ;;
      --no-headers) headers=no ;;
      --raw=*) words="$words --raw ${1#*=}" ;;
      --raw) words="$words --raw" ;;
      --overwrite | --request-timeout=*) ;;
      --request-timeout) shift ;;
      *) words="$words $1" ;;
    esac
    shift
  done
  if [ ! -s "$config" ]; then
    echo "error: no credentials in $config" >&2
    exit 1
  fi
  state=''
  for unit in k3s.service k3s-agent.service; do
    { read -r state </run/units/$unit; } 2>/dev/null && [ "$state" = active ] && break
  done
  if [ "$state" != active ]; then
    echo 'The connection to the server 127.0.0.1:6444 was refused - did you specify the right host or port?' >&2
    exit 1
  fi
  read -r who own <"$config"
  # shellcheck disable=SC2086
  set -- $words
  case $1/${2%%/*} in
    get/node | get/nodes | get/--raw | label/node | label/nodes) ;;
    *) unmodelled "$words" ;;
  esac
  case $2 in
    */*) set -- "$1" "${2%%/*}" "${2#*/}" "$@" && shift 5 2>/dev/null ;;
  esac
  if [ "$2" = --raw ]; then
    echo ok
    exit 0
  fi
  read -r _ node <"$data/agent/kubelet.kubeconfig"
  if [ "$who" = kubelet ] && [ "${3:-}" != "$own" ]; then
    echo "Error from server (Forbidden): nodes \"${3:-}\" is forbidden: node \"$own\" can only access itself" >&2
    exit 1
  fi
  if [ -n "${3:-}" ] && [ "$3" != "$node" ]; then
    echo "Error from server (NotFound): nodes \"$3\" not found" >&2
    exit 1
  fi
  if [ "$1" = label ]; then
    shift 3
    for label in "$@"; do echo "$node $label"; done >>/lab/k3s/labels
    step 'k3s labelled'
    echo "node/$node labeled"
    exit 0
  fi
  get_node
}

# get_node: `readyAfter` questions are answered with no.
get_node() {
  setting readyAfter 0
  left=$value ready=True word=Ready
  if [ "$left" = never ] || [ "$left" -gt 0 ]; then
    ready=False word=NotReady
    [ "$left" = never ] || echo "$((left - 1))" >/lab/k3s/readyAfter
  fi
  read -r boot </proc/sys/kernel/random/boot_id
  setting staleFor 0
  stale=$value
  if [ "$stale" -gt 0 ]; then
    echo "$((stale - 1))" >/lab/k3s/staleFor
    read -r boot </lab/k3s/bootId
    ready=True
  elif [ $ready = True ]; then
    echo "$boot" >/lab/k3s/bootId
  fi
  case $output in
    jsonpath=*status*' '*bootID*) printf '%s %s' $ready "$boot" ;;
    '')
      [ "$headers" = no ] || echo 'NAME STATUS ROLES AGE VERSION'
      echo "$node   $word   control-plane,etcd   1m   v1.34.1+k3s1"
      ;;
    jsonpath=*Ready*status*) printf %s "$ready" ;;
    name) echo "node/$node" ;;
    *) unmodelled "get node -o $output" ;;
  esac
}
