#!/bin/sh
# Gets what the first boot needs of K3s: from the router its program, images and installer, from upstream the installer only.
# What is there already and right is left alone. Settings stand in /etc/pilotlight/node.env.
# PILOTLIGHT_ROOT puts all paths below another folder, for rehearsals.
set -euf

root=${PILOTLIGHT_ROOT:-}
state=$root/var/lib/pilotlight/k3s
sums=$state/sha256sum.txt
k3s=$root/usr/local/bin/k3s

# shellcheck source=/dev/null
. "$root/usr/local/lib/pilotlight/common.sh"

# wait_for_network URL: until its server gives any answer.
wait_for_network() {
  tries=0
  until curl --silent --output /dev/null --max-time 10 "$1"; do
    tries=$((tries + 1))
    if [ "$tries" -ge 60 ]; then die "no answer from $1"; fi
    sleep 5
  done
}

# download URL FILE: answers curl's exit code, which is 22 where the server does not have it.
download() {
  mkdir -p "${2%/*}"
  curl --fail --silent --show-error --location --retry 5 --retry-connrefused --output "$2" "$1"
}

# fetch_sums URL: the published checksums. A mirror may lack them; then files are taken as they come.
fetch_sums() {
  code=0
  download "$1" "$sums.part" || code=$?
  case $code in
    0) in_place "$sums" ;;
    22)
      rm -f "$sums.part" "$sums"
      say "$1 is not there: files are not checked against it"
      ;;
    *) die "cannot fetch $1 (curl $code)" ;;
  esac
}

# matches NAME FILE: whether FILE is what the checksums say of NAME, if they say anything.
matches() {
  expected=
  if [ -f "$sums" ]; then
    while read -r sum name; do
      if [ "$name" = "$1" ]; then expected=$sum; fi
    done <"$sums"
  fi
  if [ -z "$expected" ]; then return 0; fi
  actual=$(sha256sum "$2")
  [ "${actual%% *}" = "$expected" ]
}

# fetch URL NAME FILE MODE: FILE is there, complete and checked, or this run ends.
fetch() {
  if [ -f "$3" ] && matches "$2" "$3"; then return 0; fi
  say "fetching $1/$2"
  download "$1/$2" "$3.part" || die "cannot fetch $1/$2 (curl $?)"
  if ! matches "$2" "$3.part"; then
    rm -f "$3.part"
    die "$1/$2 does not have the sha256 that was published for it"
  fi
  chmod "$4" "$3.part"
  in_place "$3"
}

# fix_label FILE: systemd runs a program only with the label that the policy gives programs.
fix_label() {
  if command -v restorecon >/dev/null 2>&1; then
    restorecon -F "$1" || chcon -t bin_t "$1" || say "cannot set the SELinux label of $1"
  fi
}

fetch_from_router() {
  base=$PILOTLIGHT_K3S_URL
  case $PILOTLIGHT_ARCH in
    amd64) binary=k3s ;;
    *) binary=k3s-$PILOTLIGHT_ARCH ;;
  esac
  images=k3s-airgap-images-$PILOTLIGHT_ARCH.tar.zst
  wait_for_network "$base/"
  fetch_sums "$base/sha256sum-$PILOTLIGHT_ARCH.txt"
  fetch "$base" "$binary" "$k3s" 0755
  fix_label "$k3s"
  fetch "$base" "$images" "$root/var/lib/rancher/k3s/agent/images/$images" 0644
  fetch "$base" install.sh "$state/install.sh" 0755
}

fetch_from_upstream() {
  if [ -f "$state/install.sh" ]; then return 0; fi
  wait_for_network https://get.k3s.io/
  download https://get.k3s.io/ "$state/install.sh.part" || die "cannot fetch https://get.k3s.io/ (curl $?)"
  chmod 0755 "$state/install.sh.part"
  in_place "$state/install.sh"
}

# shellcheck source=/dev/null
. "$root/etc/pilotlight/node.env"
case $PILOTLIGHT_K3S_SOURCE in
  router) fetch_from_router ;;
  upstream) fetch_from_upstream ;;
  *) die "unknown source of K3s: $PILOTLIGHT_K3S_SOURCE" ;;
esac
