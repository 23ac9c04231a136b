#!/host/bin/dash
# A model of systemd as far as K3s's own unit goes; the units of the first boot are run by init.sh. Sources: systemctl(1), systemd.service(5),
# systemd.unit(5). A unit's state is in /run/units/<name>: active, activating (it is started again and again), or nothing.
set -f
# shellcheck source=/dev/null
. /lab/programs/cut.sh
units=/etc/systemd/system
/host/bin/mkdir -p /run/units

# condition UNIT: ConditionPathExists, of the unit and its drop-ins.
condition() {
  /host/bin/find "$units/$1" "$units/$1.d" -type f -exec /host/bin/sed -n 's/^ConditionPathExists=//p' {} + 2>/dev/null |
    while read -r path; do
      case $path in
        !*) [ ! -e "${path#!}" ] || exit 1 ;;
        *) [ -e "$path" ] || exit 1 ;;
      esac
    done
}

# launch UNIT: once. Restart=always brings it back whenever somebody looks.
launch() {
  command=$(/host/bin/sed -n -e ':join' -e '/\\$/{N;s/\\\n//;b join' -e '}' -e 's/^ExecStart=//p' "$units/$1")
  # shellcheck disable=SC2086
  set -- "$1" $command
  echo activating >"/run/units/$1"
  unit=$1
  shift
  if [ $# = 0 ] || ! /lab/programs/label.sh "$1" >>"/lab/journal/$unit"; then return 1; fi
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin "$@" >>"/lab/journal/$unit" 2>&1 || return 1
  echo active >"/run/units/$unit"
}

# start UNIT
start() {
  if [ ! -e "$units/$1" ]; then
    echo "Failed to start $1: Unit $1 not found." >&2
    return 5
  fi
  if [ ! -s "$units/$1" ]; then
    echo "Failed to start $1: Unit $1 is empty." >&2
    return 5
  fi
  if ! condition "$1"; then
    echo "$1 was skipped because of an unmet condition check" >>"/lab/journal/$1"
    return 0
  fi
  is_active "$1" && return 0
  if launch "$1"; then return 0; fi
  [ "$block" = no ] && return 0
  echo "Job for $1 failed because the control process exited with error code." >&2
  return 1
}

is_active() {
  state=inactive
  if [ -e "/run/units/$1" ]; then read -r state <"/run/units/$1"; fi
  [ "$state" = active ]
}

verb='' block=yes quiet=no now=no names=''
for word in "$@"; do
  case $word in
    --no-block) block=no ;;
    --quiet | -q) quiet=yes ;;
    --now) now=yes ;;
    -*) ;;
    *) if [ -z "$verb" ]; then verb=$word; else names="$names $word"; fi ;;
  esac
done
answer=0
for name in $names; do
  name=${name##*/}
  case $name in
    *.*) ;;
    *) name=$name.service ;;
  esac
  # Those are run by the model of systemd that boots the machine, when the present command has ended.
  case $verb/$block/$name in
    restart/no/pilotlight-* | start/no/pilotlight-*)
      echo "$verb $name" >>/lab/jobs
      continue
      ;;
  esac
  case $verb in
    enable)
      if [ ! -s "$units/$name" ]; then
        echo "Failed to enable unit: Unit file $name does not exist." >&2
        exit 1
      fi
      /host/bin/mkdir -p "$units/multi-user.target.wants"
      /host/bin/ln -sf "$units/$name" "$units/multi-user.target.wants/$name"
      step "enabled $name"
      if [ "$now" = yes ]; then start "$name" || answer=$?; fi
      ;;
    disable) /host/bin/rm -f "$units/multi-user.target.wants/$name" ;;
    start) start "$name" || answer=$? ;;
    stop) /host/bin/rm -f "/run/units/$name" ;;
    restart)
      /host/bin/rm -f "/run/units/$name"
      start "$name" || answer=$?
      ;;
    try-restart)
      if [ -e "/run/units/$name" ]; then
        /host/bin/rm -f "/run/units/$name"
        start "$name" || answer=$?
      fi
      ;;
    # The lab's own: some time passed.
    again) if [ -e "/run/units/$name" ] && ! is_active "$name"; then launch "$name"; fi ;;
    is-active)
      is_active "$name" || answer=3
      [ "$quiet" = yes ] || echo "$state"
      ;;
    is-enabled) [ -e "$units/multi-user.target.wants/$name" ] || answer=1 ;;
    reset-failed) ;;
    *)
      echo "systemctl $*" >>/lab/unmodelled
      exit 1
      ;;
  esac
done
case $verb/$names in
  daemon-reload/ | reset-failed/* | ?*/?*) ;;
  *)
    echo "systemctl $*" >>/lab/unmodelled
    exit 1
    ;;
esac
exit "$answer"
