#!/bin/sh
# A model of K3s: it starts with a token, and knows one node, its own, which is Ready. A router serves it as K3s's program.
data=/var/lib/rancher/k3s
case $1 in
  --version) echo 'k3s version v1.34.1+k3s1 (model)' ;;
  server)
    grep -q '^token: .*[^ ]' /etc/rancher/k3s/config.yaml || exit 1
    mkdir -p $data/agent $data/server/db
    cat /etc/rancher/k3s/config.yaml.d/*-start.yaml >>$data/starts
    : >$data/server/db/state.db
    : >$data/agent/kubelet.kubeconfig
    ;;
  kubectl)
    case "$*" in
      *"get node $(hostname) "*jsonpath*) echo "True $(cat /proc/sys/kernel/random/boot_id)" ;;
      *"label node $(hostname) "*) echo "$*" >>$data/labels ;;
      *) exit 1 ;;
    esac
    ;;
  *) exit 1 ;;
esac
