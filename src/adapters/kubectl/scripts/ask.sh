# Shared: asks etcd with K3s's own certificates. $1: the folder of K3s's data.
tls=$1/server/tls/etcd
ask() {
  curl --silent --show-error --globoff --noproxy '*' --max-time 8 \
    --cacert "$tls/server-ca.crt" --cert "$tls/client.crt" --key "$tls/client.key" "$@"
}
