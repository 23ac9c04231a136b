#!/bin/sh
# The program that answers machines which boot. It is a CGI under two names: `boot` says which release's scripts to run, `gate` who may be
# installed. All that a request says of itself is in five variables, is checked here, and is never run. Reads of files are small, and
# few processes are started: a router is slow. Settings: $url, $root, $unknown, $gate, $proc, $PATH.

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
esac
# Exactly these: a pattern with an asterisk would take a path that only ends so.
case $what in
  done) report_done ;;
  event/first-boot | event/ready | event/failed) report_event "${what#event/}" ;;
esac
not_found
