# The members of etcd. Prints `none`, or `list` and a line of JSON, or `silent` and why.
if [ ! -d "$1/server/db/etcd" ]; then
  echo none
  exit 0
fi
why=
# Since September 2023 K3s has HTTP on a port of its own (k3s 8c73fd6); before, it was on 2379 beside gRPC.
for port in 2382 2379; do
  if said=$(ask --fail --data '{"linearizable":true}' "https://127.0.0.1:$port/v3/cluster/member/list" 2>&1); then
    printf 'list %s\n' "$said"
    exit 0
  fi
  why="$why $port: $said"
done
printf 'silent%s\n' "$why" | tr '\n' ' '
