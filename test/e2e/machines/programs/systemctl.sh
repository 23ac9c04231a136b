#!/bin/sh
# As much of systemctl as is asked of it here: what runs is noted below /run/units. Services of Pilotlight are started by units.sh, in
# their order; K3s's own is started here.
verb=$1
for unit; do :; done
unit=${unit%.service}.service
case $verb in
  reboot)
    # The answer has to leave before the system ends.
    { sleep 1 && sync && reboot -f; } </dev/null >/dev/null 2>&1 &
    ;;
  is-active)
    [ -e "/run/units/$unit" ] && echo active && exit 0
    echo inactive
    exit 3
    ;;
  cat) cat "/etc/systemd/system/$unit" ;;
  start | restart)
    [ "$unit" = k3s.service ] || exit 0
    # shellcheck disable=SC2046
    set -- $(sed -n 's/^ExecStart=//p' /etc/systemd/system/k3s.service)
    "$@" && echo active >/run/units/k3s.service
    ;;
  enable)
    mkdir -p /etc/systemd/system/multi-user.target.wants
    ln -sf "../$unit" "/etc/systemd/system/multi-user.target.wants/$unit"
    ;;
  stop | daemon-reload | disable) ;;
  *) exit 1 ;;
esac
