#!/bin/sh
# The program that answers machines which boot. It is a CGI under two names: `boot` says which release's scripts to run, `gate` who may be
# installed. All that a request says of itself is in five variables, is checked here, and is never run. Reads of files are small, and
# few processes are started: a router is slow. Settings: $url, $root, $unknown, $gate, $proc, $PATH.

# answer STATUS TYPE: the head.
answer() {
  printf 'Status: %s\r\nContent-Type: %s\r\nCache-Control: no-store\r\n\r\n' "$1" "$2"
}

# refuse STATUS TEXT
refuse() {
  answer "$1" text/plain
  if [ "$method" != HEAD ]; then printf '%s\n' "$2"; fi
  exit 0
}

not_found() {
  refuse '404 Not Found' 'Pilotlight: no'
}

# is_mac TEXT: as iPXE's type hexhyp writes it.
is_mac() {
  case $1 in
    *[!0-9a-f-]*) return 1 ;;
    ??-??-??-??-??-??) ;;
    *) return 1 ;;
  esac
  case $1 in
    -* | ?-* | *-?-* | *--* | *-) return 1 ;;
  esac
}

# query NAME: sets `value` to a parameter, as it was sent: percent-encoded, without spaces. `?` stands for one that no address can have.
query() {
  value=
  left=$asked\&
  while [ -n "$left" ]; do
    pair=${left%%&*} left=${left#*&}
    case $pair in
      "$1="*)
        value=${pair#*=}
        break
        ;;
    esac
  done
  case $value in
    *[!!-~]*) value='?' ;;
  esac
}

# find_neighbour: sets `who` to the MAC that the request came from, by the kernel's table; empty where that does not say one.
find_neighbour() {
  who=''
  case $address in
    *[!0-9.]* | '') return 0 ;;
  esac
  rows=$(grep -F "$address " "$proc/net/arp" 2>/dev/null)
  # shellcheck disable=SC2086
  set -- $rows
  while [ $# -ge 6 ]; do
    case $1/$3 in
      "$address"/0x[2367aef])
        if [ -n "$who" ] && [ "$who" != "$4" ]; then
          who=''
          return 0
        fi
        who=$4
        ;;
    esac
    shift 6
  done
  left=$who who=''
  while [ -n "$left" ]; do
    who=${who:+$who-}${left%%:*}
    case $left in
      *:*) left=${left#*:} ;;
      *) left='' ;;
    esac
  done
  is_mac "$who" || who=''
}

# say KIND TEXT: an event of this request.
say() {
  note "$1" "$mac" "${address:--}" "$2"
}

# is_node: whether the request came from one of the armed node's links.
is_node() {
  case " $macs " in
    *" ${who:-none} "*) return 0 ;;
  esac
  say refused "${1:-request} from ${who:-an address that no neighbour has}"
  return 1
}

# is_known MAC: whether the release has a script for it.
is_known() {
  [ -n "$current" ] && [ -f "$root/releases/$current/ipxe/by-mac/$1.ipxe" ]
}

# is_link: whether the link that the request came from belongs to the node with this MAC, by the release's scripts.
is_link() {
  if [ -z "$who" ]; then return 1; fi
  find_current
  is_known "$who" || return 1
  if [ "$who" = "$mac" ]; then return 0; fi
  while read -r line; do
    case $line in
      chain\ */cgi-bin/gate/"$mac "*) return 0 ;;
    esac
  done <"$root/releases/$current/ipxe/by-mac/$who.ipxe"
  return 1
}

# progress_to NONCE WORD: written over, and looked at.
progress_to() {
  { printf '%-32s %-4s\n' "$1" "$2" 1<>"armed/$mac/progress"; } 2>/dev/null
  nonce='' progress=''
  { read -r nonce progress <"armed/$mac/progress"; } 2>/dev/null
  [ "$nonce $progress" = "$1 $2" ]
}

# new_nonce: sets `fresh` to 128 random bits.
new_nonce() {
  fresh=$(head -c 32 /dev/urandom | sha256sum)
  fresh=${fresh%% *}
  case $fresh in
    # Of nothing at all.
    e3b0c44298fc1c149afbf4c8996fb924*) return 1 ;;
  esac
  is_digest "$fresh" && fresh=${fresh%????????????????????????????????}
}

# permit: gives an armed node, that has not fetched its Ignition yet, a new nonce; the one before is void.
permit() {
  read_clock
  find_armed "$mac" && is_node script || return 1
  if [ "$progress" != open ]; then
    say asked 'was installed since it was armed'
    return 1
  fi
  if [ ! -f "$root/releases/$release/sealed" ] || [ ! -f "$root/releases/$release/$install" ]; then
    say refused "release $release is not on the storage"
    return 1
  fi
  new_nonce && progress_to "$fresh" open || return 1
  say script "$hostname"
}

# ask: a node wants to know what to boot.
ask() {
  if [ -f "armed/$mac/record" ]; then
    find_neighbour
    alone permit || not_found
    answer '200 OK' text/plain
    printf '#!ipxe\nset ignition-url %s/cgi-bin/gate/%s/%s/ignition\nchain %s/releases/%s/%s\n' \
      "$url" "$mac" "$nonce" "$url" "$release" "$install"
    exit 0
  fi
  find_current
  if is_known "$mac"; then
    alone tell asked ''
  elif [ "$unknown" != ignore ]; then
    find_neighbour
    if [ "$who" = "$mac" ]; then alone remember ''; fi
  fi
  not_found
}

# tell KIND TEXT: `say` by itself.
tell() {
  read_clock
  say "$1" "$2"
}

# hand_out: opens the Ignition of an armed node, for its newest nonce.
hand_out() {
  read_clock
  find_armed "$mac" || {
    say refused 'ignition: not armed'
    return 1
  }
  is_node ignition || return 1
  if [ "$nonce" != "$given" ]; then
    say refused 'ignition: a nonce that is void'
    return 1
  fi
  if [ ! -f "armed/$mac/ignition" ]; then return 1; fi
  progress_to "$given" used || return 1
  exec 8<"armed/$mac/ignition"
  say ignition "$hostname"
}

# ignition: it goes out when the lock is given back.
ignition() {
  find_neighbour
  alone hand_out || not_found
  answer '200 OK' application/vnd.coreos.ignition+json
  exec cat <&8
}

# hear_done: a node says what it was installed with.
hear_done() {
  read_clock
  if find_armed "$mac"; then
    is_node 'done' || return 1
    if [ "$generation" != "$digest" ]; then
      say wrong-generation "$said"
    elif [ "$progress" = open ]; then
      say early "$said"
    else
      say ready "$said"
      take_away "$mac" && say disarmed installed
    fi
  elif [ "$linked" = yes ]; then
    say ready "$said"
  else
    say refused "done from ${who:-an address that no neighbour has}"
    return 1
  fi
}

# hear KIND: a node tells something.
hear() {
  read_clock
  if find_armed "$mac"; then
    is_node "$1" || return 1
  elif [ "$linked" != yes ]; then
    say refused "$1 from ${who:-an address that no neighbour has}"
    return 1
  fi
  say "$1" "$said"
}

# report COMMAND…: hears what a node says of itself.
report() {
  find_neighbour
  linked=no
  if is_link; then linked=yes; fi
  alone "$@" || not_found
  refuse '200 OK' 'Pilotlight: heard'
}

# report_done
report_done() {
  query generation
  generation=$value
  is_digest "$generation" || generation='?'
  query release
  is_digest "$value" || value='?'
  said="generation=$generation release=$value"
  report hear_done
}

# report_event KIND
report_event() {
  query unit
  said=unit=$value
  query text
  said="$said text=$value"
  report hear "$1"
}

# remember TEXT: notes a machine that nobody knows, the one that the request came from. Not more than 256 of them.
remember() {
  read_clock
  seen=seen/$who
  if [ ! -d seen ]; then mkdir seen 2>/dev/null || return 1; fi
  if [ ! -f "$seen" ]; then
    set +f
    set -- "$1" seen/*
    set -f
    if [ $# -gt 256 ]; then
      # shellcheck disable=SC2012
      oldest=$(ls -t seen | tail -n 1)
      rm -f "seen/${oldest:-none}"
    fi
    mac=$who
    say discovered ''
  fi
  line="$uptime ${boot%%-*} $who $address $1"
  { printf '%s\n' "$line" >"$seen"; } 2>/dev/null
  found=
  { IFS= read -r found <"$seen"; } 2>/dev/null
  [ "$found" = "$line" ] || rm -f "$seen"
}

# discover: a machine that nobody knows says what it is.
discover() {
  query mac
  mac=$value
  is_mac "$mac" || not_found
  find_neighbour
  if [ "$who" != "$mac" ]; then
    alone tell refused "discovery from ${who:-an address that no neighbour has}"
    not_found
  fi
  said=
  for name in ip uuid manufacturer product serial asset hostname platform arch; do
    query "$name"
    if [ ${#value} -gt 120 ]; then value='?'; fi
    if [ -n "$value" ]; then said="$said$name=$value "; fi
  done
  alone remember "$said" || not_found
  answer '200 OK' text/plain
  printf '#!ipxe\necho Pilotlight: it is noted that this machine is here\n'
  exit 0
}

# boot: the way to the current release.
boot() {
  find_current
  answer '200 OK' text/plain
  if [ "$method" = HEAD ]; then exit 0; fi
  if [ -z "$current" ]; then
    printf '#!ipxe\necho Pilotlight: nothing is deployed here\nexit 1\n'
    exit 0
  fi
  printf '#!ipxe\nchain %s/releases/%s/boot.ipxe\n' "$url" "$current"
  if [ "$unknown" = localBoot ]; then
    find_neighbour
    if [ -n "$who" ] && ! is_known "$who" && enter_state; then alone remember ''; fi
  fi
  exit 0
}

set -f
method=${REQUEST_METHOD:-GET} path=${PATH_INFO:-} asked=${QUERY_STRING:-} address=${REMOTE_ADDR:-}
address=${address#::ffff:}
case $address in
  *[!0-9a-f.:]*) address='' ;;
esac
if [ ${#path} -gt 200 ] || [ ${#asked} -gt 2000 ] || [ ${#address} -gt 39 ]; then not_found; fi
case ${0##*/}/$method in
  boot/GET | boot/HEAD) boot ;;
  */GET | */POST) ;;
  *) refuse '405 Method Not Allowed' 'Pilotlight: GET' ;;
esac
enter_state || not_found
if [ "$path" = /discover ]; then discover; fi
mac=${path#/} what=''
case $mac in
  */*) what=${mac#*/} mac=${mac%%/*} ;;
esac
is_mac "$mac" || not_found
case $method/$what in
  GET/) ask ;;
  GET/????????????????????????????????/ignition)
    given=${what%/ignition}
    ignition
    ;;
  */done) report_done ;;
  */event/first-boot | */event/ready | */event/failed) report_event "${what#event/}" ;;
esac
not_found
