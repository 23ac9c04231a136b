#!/bin/sh
# For scripts that write: only under the lock, and never beside a command of ours whose connection broke.
# Who takes the lock over names its lock first and looks for our process then; we name our process first and look for its lock then.
# So one of the two always sees the other.
enter "$storage/pilotlight" || {
  enter_storage
  die 91 "there is no folder $storage/pilotlight any more"
}
writable
is_ours || exit 90
take_turn || {
  is_ours || exit 90
  die 1 "cannot write $lock"
}
find_newest
if [ "$newest" != "$number" ] || ! is_ours; then exit 90; fi
