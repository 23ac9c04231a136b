#!/bin/sh
# Tells the gate of the router how this node's first boot goes. Where there is no gate it does nothing.
#   pilotlight-report first-boot   the network is up; with the SSH host key, so that the next connection can be pinned
#   pilotlight-report failed UNIT  a unit failed: its last lines, without secrets. It never fails itself
#   pilotlight-report done         all is done
# PILOTLIGHT_ROOT puts all paths below another folder, for rehearsals.
set -euf

root=${PILOTLIGHT_ROOT:-}
state=$root/var/lib/pilotlight
# Characters of a whole query: more the gate does not read.
limit=2000

# shellcheck source=/dev/null
. "$root/usr/local/lib/pilotlight/common.sh"

# encode: reads a text and writes it percent-encoded, on one line. What is no printable ASCII becomes `?`.
encode() {
  tr '\t' ' ' | LC_ALL=C tr -c ' -~\n' '?' | LC_ALL=C sed -e 's/%/%25/g' -e 's/ /%20/g' -e 's/!/%21/g' -e 's/"/%22/g' \
    -e 's/#/%23/g' -e 's/[$]/%24/g' -e 's/&/%26/g' -e "s/'/%27/g" -e 's/(/%28/g' -e 's/)/%29/g' -e 's/[*]/%2A/g' \
    -e 's/+/%2B/g' -e 's/;/%3B/g' -e 's/</%3C/g' -e 's/=/%3D/g' -e 's/>/%3E/g' -e 's/?/%3F/g' -e 's/\[/%5B/g' \
    -e 's/\\/%5C/g' -e 's/]/%5D/g' -e 's/\^/%5E/g' -e 's/`/%60/g' -e 's/{/%7B/g' -e 's/|/%7C/g' -e 's/}/%7D/g' \
    -e '$!s/$/%0A/' | tr -d '\n'
}

# last SIZE TEXT: the end of an encoded text, which begins with a whole character.
last() {
  if [ "${#2}" -le "$1" ]; then
    printf '%s' "$2"
    return 0
  fi
  kept=$(printf '%s' "$2" | tail -c "$1")
  case ${2%"$kept"} in
    *%) kept=${kept#??} ;;
    *%?) kept=${kept#?} ;;
  esac
  printf '%s' "$kept"
}

# secrets: the values in K3s's configuration that are nobody's business, a line each: as they are written, and as they are meant; of a
# whole token also its last part. The longest come first, as one may be a part of another.
secrets() {
  k3s_config | LC_ALL=C sed -n 's/^[ -]*"\{0,1\}[a-z0-9-]*\(token\|secret\|password\|access-key\|datastore-endpoint\)[a-z0-9-]*+\{0,1\}"\{0,1\}: *//p' |
    while read -r value; do
      case $value in
        \"*\"*)
          value=${value#?} value=${value%\"*}
          printf '%s\n' "$value" | sed 's/\\\(["\\]\)/\1/g'
          ;;
        \'*\'*) value=${value#?} value=${value%\'*} ;;
        *) value=${value%% #*} ;;
      esac
      case $value in
        '' | true | false) continue ;;
        *::*:*) printf '%s\n' "$value" "${value##*:}" ;;
        *) printf '%s\n' "$value" ;;
      esac
    done | while read -r value; do printf '%06d %s\n' "${#value}" "$value"; done | LC_ALL=C sort -r | cut -c 8-
}

# without_secrets TEXT: writes it with `[secret]` in the place of each. Values never are arguments of commands.
without_secrets() {
  text=$(printf '%s' "$1" | LC_ALL=C sed 's/K10[0-9a-f]\{64\}::[^ "]*/[secret]/g')
  values=$(secrets)
  while [ -n "$values" ]; do
    value=${values%%"
"*}
    case $values in
      *"
"*) values=${values#*"
"} ;;
      *) values= ;;
    esac
    if [ -z "$value" ]; then continue; fi
    clean=
    while :; do
      case $text in
        *"$value"*)
          clean="$clean${text%%"$value"*}[secret]"
          text=${text#*"$value"}
          ;;
        *) break ;;
      esac
    done
    text=$clean$text
  done
  printf '%s' "$text"
}

# tell PATH: whether the gate heard it.
tell() {
  said=$(curl --silent --fail --connect-timeout 5 --max-time 15 "$PILOTLIGHT_GATE/$1" 2>/dev/null) || return 1
  case $said in
    *heard*) return 0 ;;
  esac
  return 1
}

# tell_patiently PATH: for some minutes; then systemd starts this again.
tell_patiently() {
  pause=2
  until tell "$1"; do
    if [ "$pause" -gt 60 ]; then die "$PILOTLIGHT_GATE does not hear"; fi
    say "the gate does not hear; trying again in $pause s"
    sleep "$pause"
    pause=$((pause * 2))
  done
}

first_boot() {
  if [ -e "$state/first-boot-reported" ]; then return 0; fi
  key=
  if read -r type data _ <"$root/etc/ssh/ssh_host_ed25519_key.pub"; then key="$type $data"; fi 2>/dev/null
  tell_patiently "event/first-boot?unit=&text=$(printf '%s' "$key" | encode)"
  stamp "$state/first-boot-reported" heard
}

# failed UNIT
failed() {
  if [ "${SERVICE_RESULT:-}" = success ]; then return 0; fi
  lines=$(journalctl -u "$1" -o cat -n 20 --no-pager 2>/dev/null) || lines=
  query="unit=$(printf '%s' "$1" | encode)&text="
  text=$(without_secrets "$lines" | encode)
  tell "event/failed?$query$(last $((limit - ${#query})) "$text")" || say "the gate does not hear that $1 failed"
}

done_at_last() {
  generation='' release=''
  read_generation
  if stamped "$state/reported" "$generation"; then return 0; fi
  tell_patiently "done?generation=$generation&release=$release"
  stamp "$state/reported" "$generation"
  say "the gate knows that this node is done"
}

# shellcheck source=/dev/null
. "$root/etc/pilotlight/gate.env"
if [ -z "$PILOTLIGHT_GATE" ]; then exit 0; fi
case ${1:-} in
  first-boot) first_boot ;;
  failed) failed "${2:-}" ;;
  done) done_at_last ;;
  *) die 'say what: first-boot, failed UNIT, or done' ;;
esac
