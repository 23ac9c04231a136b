#!/bin/sh
# Gets what the first boot needs of K3s: from the router its program, images and installer, from upstream the installer only.
# Whatever comes from the router is named in /etc/pilotlight/k3s.sha256, and gets its own name only once it is what that list says.
# It may be cut at any step and started again: what is there and right is left alone, what is half there is gone on with.
# PILOTLIGHT_ROOT puts all paths below another folder, for rehearsals.
set -euf

root=${PILOTLIGHT_ROOT:-}
state=$root/var/lib/pilotlight
sums=$root/etc/pilotlight/k3s.sha256
k3s=$root/usr/local/bin/k3s
installer=$state/k3s/install.sh

# shellcheck source=/dev/null
. "$root/usr/local/lib/pilotlight/common.sh"

# wait_for_network URL: until its server gives any answer.
wait_for_network() {
  tries=0
  until answers "$1"; do
    tries=$((tries + 1))
    if [ "$tries" -ge 60 ]; then die "no answer from $1"; fi
    if [ $((tries % 12)) = 1 ]; then say "waiting for an answer from $1"; fi
    sleep 5
  done
}

# download URL FILE: goes on where an earlier download ended, afresh where the server cannot do that or has something else.
download() {
  mkdir -p "${2%/*}"
  tries=0
  while :; do
    code=0
    status=$(curl --fail --silent --show-error --location --connect-timeout 10 --speed-limit 1024 --speed-time 30 \
      --write-out '%{http_code}' --continue-at - --output "$2" "$1") || code=$?
    tries=$((tries + 1))
    case $code/$status in
      0/*) return 0 ;;
      33/* | 36/* | */416) rm -f "$2" ;;
      */404) break ;;
    esac
    if [ "$tries" -ge 5 ]; then break; fi
    sleep "$tries"
  done
  die "cannot fetch $1 (curl $code, HTTP $status)"
}

# is_right FILE: whether it is there, and what the list says.
is_right() {
  [ -f "$1" ] && [ "$(sum_of "$1")" = "$wanted" ]
}

# fetch_part NAME FILE: FILE.part is what the list says of NAME. A download that was gone on with may be of another version, so a wrong
# one is fetched afresh once.
fetch_part() {
  if is_right "$2.part"; then return 0; fi
  old=no
  if [ -s "$2.part" ]; then old=yes; fi
  say "fetching $PILOTLIGHT_K3S_URL/$1"
  download "$PILOTLIGHT_K3S_URL/$1" "$2.part"
  if [ "$old" = yes ] && ! is_right "$2.part"; then
    say "what was there of $1 was not of this version: fetching it afresh"
    rm -f "$2.part"
    download "$PILOTLIGHT_K3S_URL/$1" "$2.part"
  fi
  if is_right "$2.part"; then return 0; fi
  found=$(sum_of "$2.part")
  rm -f "$2.part"
  die "$PILOTLIGHT_K3S_URL/$1 is not what this node was told to trust: its sha256 is $found, expected was $wanted; it was deleted"
}

# fetch NAME FILE MODE: FILE is there, complete and what the list says of NAME, or this run ends.
fetch() {
  wanted=$(expected_sum "$1" "$sums") || die "$sums does not name $1: nothing unverified is used"
  if is_right "$2"; then
    say "$2 is there and right"
  else
    if [ -e "$2" ]; then
      say "$2 is not what $sums says: it is deleted"
      rm -f "$2"
    fi
    fetch_part "$1" "$2"
    chmod "$3" "$2.part"
    in_place "$2"
  fi
}

fetch_from_router() {
  [ -f "$sums" ] || die "$sums is not there: nothing unverified is used"
  case $PILOTLIGHT_ARCH in
    amd64) binary=k3s ;;
    *) binary=k3s-$PILOTLIGHT_ARCH ;;
  esac
  images=k3s-airgap-images-$PILOTLIGHT_ARCH.tar.zst
  wait_for_network "$PILOTLIGHT_K3S_URL/"
  fetch "$binary" "$k3s" 0755
  fix_label "$k3s"
  fetch "$images" "$root/var/lib/rancher/k3s/agent/images/$images" 0644
  fetch install.sh "$installer" 0755
}

# The installer from upstream checks the program that it fetches by itself.
fetch_from_upstream() {
  if [ -s "$installer" ]; then return 0; fi
  wait_for_network https://get.k3s.io/
  rm -f "$installer.part"
  say 'fetching https://get.k3s.io/'
  download https://get.k3s.io/ "$installer.part"
  chmod 0755 "$installer.part"
  in_place "$installer"
}

# shellcheck source=/dev/null
. "$root/etc/pilotlight/node.env"
# shellcheck source=/dev/null
. "$root/etc/pilotlight/k3s.env"
if stamped "$state/k3s-fetched" "$PILOTLIGHT_K3S_VERSION"; then
  say "K3s $PILOTLIGHT_K3S_VERSION is fetched already"
  exit 0
fi
case $PILOTLIGHT_K3S_SOURCE in
  router) fetch_from_router ;;
  upstream) fetch_from_upstream ;;
  *) die "unknown source of K3s: $PILOTLIGHT_K3S_SOURCE" ;;
esac
stamp "$state/k3s-fetched" "$PILOTLIGHT_K3S_VERSION"
say "K3s $PILOTLIGHT_K3S_VERSION is here"
