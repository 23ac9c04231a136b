#!/bin/sh
# Which API server a node joins through. It is read with `.`, never run. It takes common.sh, $node and the settings of servers.env.

# list_targets: sets `targets` to the names and addresses of all API servers but this node: each by its name, then by its address, as
# names may not resolve; the endpoint last.
list_targets() {
  own=$(ip -4 -o address show scope global 2>/dev/null |
    while read -r _ _ _ address _; do printf '%s ' "${address%%/*}"; done)
  targets=
  for entry in $PILOTLIGHT_SERVERS $PILOTLIGHT_ENDPOINT; do
    name=${entry%%=*} address=${entry#*=}
    if [ -n "$name" ] && same_host "$name" "${node?}"; then continue; fi
    if [ -n "$address" ]; then
      case " $own" in *" $address "*) continue ;; esac
    fi
    targets="$targets${name:+ $name}${address:+ $address}"
  done
}

# find_expected: sets `expected` to the hash of the cluster's CA, where this node was told one: in servers.env, or in its token. The
# token goes through pipes only: arguments of commands can be seen by all.
find_expected() {
  expected=$PILOTLIGHT_CA_SHA256
  if [ -n "$expected" ]; then return 0; fi
  expected=$(k3s_config | sed -n '/^token:/p' | tail -n 1 |
    sed -n "s/^token: *[\"']\{0,1\}K10\([0-9a-f]\{64\}\)::.*/\1/p")
}

# read_ca HOST: sets `shown` to the hash of the CA certificates that an API server shows. Fails where there is no such server.
# The same as K3s: of one certificate the bytes of the file; of several, `shown_root` is the hash of the last one, the root.
read_ca() {
  ca=$(curl --silent --insecure --fail --connect-timeout 3 --max-time 8 --max-filesize 262144 "https://$1:6443/cacerts" 2>/dev/null &&
    echo .) || return 1
  ca=${ca%.}
  case $ca in
    *-----BEGIN\ CERTIFICATE-----*-----BEGIN\ CERTIFICATE-----*)
      root_ca=${ca##*-----BEGIN CERTIFICATE-----}
      shown_root=$(printf '%s' "${root_ca%%-----END*}" | base64 -d 2>/dev/null | sha256sum)
      shown_root=${shown_root%% *}
      ;;
    *-----BEGIN\ CERTIFICATE-----*) shown_root= ;;
    *) return 1 ;;
  esac
  shown=$(printf '%s' "$ca" | sha256sum)
  shown=${shown%% *}
}

# find_server [HOST]: sets `server` to an API server of the right cluster that answers now, HOST before the others. Fails when none
# answers. Ends this run when those that answer are not of the right cluster, or not of one.
find_server() {
  server='' strangers='' first_shown=''
  for target in "$@" $targets; do
    if [ "$target" = "$server" ] || ! read_ca "$target"; then continue; fi
    if [ -n "$expected" ]; then
      if [ "$shown" = "$expected" ] || [ "$shown_root" = "$expected" ]; then
        server=$target
        break
      fi
      strangers="$strangers$target shows the CA $shown; "
    elif [ -z "$server" ]; then
      server=$target first_shown=$shown
    elif [ "$shown" != "$first_shown" ]; then
      die "two clusters answer: $server shows the CA $first_shown, $target shows the CA $shown; joining neither (pin one by k3s.caSha256)"
    fi
  done
  if [ -n "$server" ]; then
    if [ -n "$strangers" ]; then say "not of this cluster: ${strangers}the right CA is $expected"; fi
    return 0
  fi
  if [ -n "$strangers" ]; then die "wrong CA: ${strangers}the right one is $expected"; fi
  return 1
}
