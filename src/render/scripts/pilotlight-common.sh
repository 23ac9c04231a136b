#!/bin/sh
# What Pilotlight's scripts share. It is read with `.`, never run.

say() {
  echo "pilotlight: $*"
}

die() {
  say "$*" >&2
  exit 1
}

# in_place FILE: what was written as FILE.part becomes FILE in one move that survives a power cut.
in_place() {
  sync "$1.part"
  mv -f "$1.part" "$1"
  sync "${1%/*}"
}

# stamp FILE TEXT: says, once and for all, that a step is done.
stamp() {
  mkdir -p "${1%/*}"
  printf '%s\n' "$2" >"$1.part"
  in_place "$1"
}

# stamped FILE TEXT: whether that stamp is there.
stamped() {
  [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

# same_host A B: whether two names mean one machine, be they short or fully qualified.
same_host() {
  if [ "$1" = "$2" ]; then return 0; fi
  case $1 in
    *.*) case $2 in *.*) return 1 ;; esac ;;
  esac
  [ "${1%%.*}" = "${2%%.*}" ]
}

# sum_of FILE: its sha256, in hexadecimal digits.
sum_of() {
  sum=$(sha256sum "$1") || return 1
  echo "${sum%% *}"
}

# expected_sum NAME LIST: the sha256 that a list of `<sha256>  <name>` lines gives a name; fails where it gives none.
expected_sum() {
  while read -r sum name; do
    if [ "$name" = "$1" ]; then
      echo "$sum"
      return 0
    fi
  done <"$2"
  return 1
}

# answers URL: whether a web server answers there, whatever it says.
answers() {
  curl --silent --output /dev/null --connect-timeout 5 --max-time 10 "$1"
}

# k3s_config: all that K3s is told, in the order in which it reads it; a line that has no end gets one.
k3s_config() {
  (
    set +f
    for file in "${root?}/etc/rancher/k3s/config.yaml" "$root"/etc/rancher/k3s/config.yaml.d/*.yaml; do
      if [ -f "$file" ]; then
        cat "$file"
        echo
      fi
    done
  )
}

# short DIGEST: what tables show of it.
short() {
  printf '%.12s' "$1"
}

# read_generation: sets `generation` to the digest that this node was made from, and `release` to the id of its release, `-` where
# nobody filled it in.
read_generation() {
  text=$(cat "${root?}/etc/pilotlight/generation.json") || die 'generation.json is not there'
  generation=$(digest_in "$text" digest)
  release=$(digest_in "$text" release)
  [ -n "$generation" ] || die 'generation.json has no digest'
  release=${release:--}
}

# digest_in JSON KEY
digest_in() {
  printf '%s\n' "$1" | sed -n "s/.*\"$2\": *\"\([0-9a-f]\{64\}\)\".*/\1/p"
}

# fix_label FILE: systemd runs a program only with a label that the policy gives programs. Where the policy knows no file of this name,
# the label is that which the installer of K3s gives, or that of any program.
fix_label() {
  if ! command -v restorecon >/dev/null 2>&1; then return 0; fi
  restorecon -F "$1" || say "restorecon $1 failed"
  chcon -t container_runtime_exec_t "$1" || chcon -t bin_t "$1" || say "cannot set the SELinux label of $1"
}
