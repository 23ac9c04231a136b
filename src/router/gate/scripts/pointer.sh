#!/bin/sh
# Which release machines boot: the same answer, for whatever lies on the storage, as Pilotlight's own reader gives (deploy/pointer.ts).
# $root is the storage's root folder.
end='
'

# is_digest TEXT
is_digest() {
  case $1 in
    *[!0-9a-f]*) return 1 ;;
  esac
  [ ${#1} = 64 ]
}

# is_count TEXT: a number that has one form only, and is exact on both sides.
is_count() {
  case $1 in
    0) return 0 ;;
    '' | 0* | *[!0-9]* | ?????????????????*) return 1 ;;
  esac
  ! exceeds "$1" 9007199254740991
}

# exceeds COUNT COUNT: in halves, because shells may count to 2^31 only.
exceeds() {
  if [ "$1" = "$2" ]; then return 1; fi
  if [ ${#1} != ${#2} ]; then
    [ ${#1} -gt ${#2} ]
    return
  fi
  first=${1%????????} second=${2%????????}
  if [ "$first" = "$second" ]; then
    first=${1#"$first"} second=${2#"$second"}
  fi
  [ "$first" -gt "$second" ]
}

# read_line KIND FILE: sets `line` to the record that the file may be: one line, of nothing but words.
read_line() {
  line=
  if [ ! -f "$2" ]; then return 1; fi
  text=$(head -c 8192 "$2" 2>/dev/null && echo .)
  line=${text%"$end."}
  case $line in
    "$text" | *[!A-Za-z0-9._+/:@,\ -]* | *'  '*) return 1 ;;
    "pilotlight-$1 1 "*) ;;
    *) return 1 ;;
  esac
}

# holds LINE: whether its checksum is right.
holds() {
  sum=$(printf %s "${1% *}" | sha256sum)
  [ "${sum%% *}" = "${1##* }" ]
}

# read_slot NAME: sets `sequence` and `pointed` to what a slot says, and `line`.
read_slot() {
  sequence=0 pointed=
  read_line pointer "$root/state/current.$1" || return 1
  # shellcheck disable=SC2086
  set -- $line
  if [ $# != 6 ] || ! is_count "$3" || [ "$3" = 0 ] || ! is_digest "$4"; then return 1; fi
  if [ "$5" != - ] && ! is_digest "$5"; then return 1; fi
  sequence=$3 pointed=$4
}

# is_segment TEXT: a part of a path.
is_segment() {
  case $1 in
    '' | .* | *. | *[!A-Za-z0-9._+-]*) return 1 ;;
  esac
  [ ${#1} -le 255 ]
}

# are_assets LIST: paths of image sets, as a release's seal names them.
are_assets() {
  if [ "$1" = - ]; then return 0; fi
  left=$1,
  while [ -n "$left" ]; do
    asset=${left%%,*} left=${left#*,}
    case $asset in
      images/coreos/*/*) asset=${asset#images/coreos/} ;;
      k3s/*) asset=k3s/${asset#k3s/} ;;
      *) return 1 ;;
    esac
    if [ ${#asset} -gt 498 ] || ! is_segment "${asset%%/*}" || ! is_segment "${asset#*/}"; then return 1; fi
  done
}

# is_whole RELEASE: whether its seal is right.
is_whole() {
  read_line seal "$root/releases/$1/sealed" && has_seal "$1" && holds "$line"
}

# has_seal RELEASE: whether `line` is the seal of that release.
has_seal() {
  # shellcheck disable=SC2086
  set -- "$1" $line
  [ $# = 11 ] && [ "$4" = release ] && [ "$5" = "releases/$1" ] && [ "$6" = "$1" ] &&
    is_count "$7" && is_count "$8" && is_count "$9" && are_assets "${10}"
}

# find_current: sets `current` to the newest release of a slot that is right, if that is whole; of two equals that of slot a.
find_current() {
  current=
  read_slot b
  line_b=$line sequence_b=$sequence pointed_b=$pointed
  read_slot a
  if exceeds "$sequence_b" "$sequence"; then
    set -- "$line_b" "$pointed_b" "$line" "$pointed"
  else
    set -- "$line" "$pointed" "$line_b" "$pointed_b"
  fi
  while [ $# -gt 0 ]; do
    if [ -n "$2" ] && holds "$1" && is_whole "$2"; then
      current=$2
      return
    fi
    shift 2
  done
}
