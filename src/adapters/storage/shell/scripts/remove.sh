#!/bin/sh
# $1 is a release, an image set, an upload, or what arms a machine. Without its seal it is not whole any more, whatever is still there.
case $1 in
  *[!A-Za-z0-9._+/-]* | *..* | *//* | */.* | */) exit 2 ;;
  tftp/*/*) exit 2 ;;
  releases/*/* | k3s/*/* | incoming/*/* | images/coreos/*/*/*) exit 2 ;;
  releases/?* | k3s/?* | incoming/?*.part | images/coreos/?*/?* | tftp/armed-?*.ipxe) ;;
  *) exit 2 ;;
esac
if [ -e "$1/sealed" ]; then
  rm -f "$1/sealed" && sync "$1" || exit 1
fi
rm -rf "$1" || exit 1
case $1 in
  images/*) rmdir "${1%/*}" 2>/dev/null ;;
  # A machine that was disarmed must not be armed again because the power was cut.
  tftp/*) if [ -d tftp ]; then sync tftp || exit 1; fi ;;
esac
:
