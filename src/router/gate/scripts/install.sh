#!/bin/sh
# Who may install, and what it gets. It is part of the program gate.sh.

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
