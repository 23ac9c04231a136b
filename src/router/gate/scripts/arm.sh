#!/bin/sh
# $1 is the node's name, $2 its MACs, $3 its variant, $4 the release, $5 the install script in it, $6 the node's digest, $7 the seconds that
# it stays armed, $8 the bytes of its Ignition, which is standard input. Exit codes: 82 the state is not in memory, 83 not ours alone,
# 84 the Ignition came in part, 85 no room.

# in_memory: whether the working folder is on a file system that no power cut leaves anything of.
in_memory() {
  mount='' rest=''
  while read -r key value; do
    if [ "$key" = mnt_id: ]; then mount=$value; fi
  done 3<. </proc/self/fdinfo/3
  while read -r id _ _ _ _ _ rest; do
    if [ "$id" = "$mount" ]; then break; fi
  done </proc/self/mountinfo
  case ${rest#*- } in
    tmpfs\ * | ramfs\ *) ;;
    *) return 1 ;;
  esac
}

# fail CODE: nothing of the Ignition stays.
fail() {
  rm -rf "$draft"
  exit "$1"
}

# fill_draft WORDS: as those of the script, but for the last two.
fill_draft() {
  cat >"$draft/ignition" || return 1
  printf '%s %s\n' hostname "$1" mac "${2%% *}" macs "$2" variant "$3" release "$4" install "$5" digest "$6" >"$draft/record" &&
    printf '%-32s %-4s\n' - open >"$draft/progress"
}

# put_draft NAME MAC SECONDS: the time counts from here.
put_draft() {
  read_clock
  sweep
  printf '%s %s\n' armed "$uptime" deadline "$((seconds + $3))" boot "$boot" >>"$draft/record" || return 1
  mkdir -p armed && take_away "$2" && [ ! -e "armed/$2" ] && mv "$draft" "armed/$2" && note armed "$2" - "$1"
}

enter_state || exit 83
in_memory || exit 82
draft=draft.$$
rm -rf "$draft"
mkdir "$draft" || exit 85
trap 'fail 1' HUP INT TERM
fill_draft "$@" || fail 85
bytes=$(wc -c <"$draft/ignition")
if [ "$((bytes))" != "$8" ]; then fail 84; fi
alone put_draft "$1" "${2%% *}" "$7" || fail 85
