#!/bin/sh
# Starts the services that Ignition enabled, each after those that it is ordered after. One that fails and has Restart= is tried until it does not.
set -f
units=/etc/systemd/system

# values UNIT KEY
values() {
  sed -n "s/^$2=//p" "$units/$1"
}

# holds UNIT: its conditions. There is no SELinux here.
holds() {
  [ -z "$(values "$1" ConditionSecurity)" ] || return 1
  values "$1" ConditionPathExists | while read -r path; do
    case $path in
      !*) [ ! -e "${path#!}" ] || exit 1 ;;
      *) [ -e "$path" ] || exit 1 ;;
    esac
  done
}

# carry_out UNIT KEY: its commands; one with a minus in front may fail.
carry_out() {
  values "$1" "$2" | sed "s/%n/$1/g" | while read -r line; do
    # shellcheck disable=SC2086
    ${line#-} </dev/null >>"/run/journal/$1" 2>&1 && continue
    case $line in
      -*) ;;
      *) exit 1 ;;
    esac
  done
}

start() {
  until carry_out "$1" ExecStart; do
    echo "e2e: $1 failed: $(tail -n 3 "/run/journal/$1")"
    SERVICE_RESULT=exit-code carry_out "$1" ExecStopPost
    [ -n "$(values "$1" Restart)" ] || return 1
    sleep "$(values "$1" RestartSec)"
  done
  echo active >"/run/units/$1"
  carry_out "$1" ExecStartPost
}

left=$(sed -n 's/^enable \(.*\.service\)$/\1/p' /etc/systemd/system-preset/20-ignition.preset)
while [ -n "$left" ]; do
  later=
  for unit in $left; do
    wanted=" $(values "$unit" After) "
    for other in $left; do
      case $wanted in
        *" $other "*)
          later="$later $unit"
          continue 2
          ;;
      esac
    done
    if holds "$unit"; then start "$unit"; fi
    started=yes
  done
  [ -n "$started" ] || break
  started=
  left=$later
done
