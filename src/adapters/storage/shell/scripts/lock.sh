#!/bin/sh
# Takes the lock with a number: a draft of it becomes the lock in one rename. $1 is what its owner says of itself.

# refuse_when_late: ends with 80 when somebody else has this lock or a higher one.
refuse_when_late() {
  find_newest
  if [ "$newest" -ge "$number" ]; then
    rm -rf "$draft" 2>/dev/null
    exit 80
  fi
}

# rename_draft OWNER: where the lock is there already, this puts the draft into it, which harms nobody.
rename_draft() {
  rm -rf "$draft"
  mkdir "$draft" && printf '%s\n' "$1" >"$draft/owner" && printf '%s\n' "$token" >"$draft/token" &&
    printf '%-119s\n' - >"$draft/session.0" && printf '%-119s\n' - >"$draft/session.1" && sign "$draft" && mv "$draft" "$lock"
}

enter_storage
writable
mkdir -p pilotlight/state pilotlight/incoming pilotlight/releases pilotlight/images/coreos pilotlight/k3s || exit 1
enter pilotlight || exit 1
draft=state/lock.tmp.$token
if is_ours; then
  take_turn || exit 1
else
  # Who gets a lock takes all drafts away, this one too.
  tries=0
  refuse_when_late
  until rename_draft "$1"; do
    refuse_when_late
    tries=$((tries + 1))
    if [ "$tries" -gt 20 ]; then
      # Says why, where there is no room: the shell's own printf does not.
      cat /proc/mounts >"$draft/room"
      rm -rf "$draft"
      exit 1
    fi
  done
  rm -rf "$lock/lock.tmp.$token"
  is_ours || exit 80
fi
# A lock that was below a higher one when it was made counts for nothing.
find_newest
if [ "$newest" != "$number" ]; then
  rm -rf "$lock"
  exit 80
fi
# From the highest to the lowest: an owner that is just ending the one below it is ended first. A higher one is none of our business.
set --
find_newest "$number"
while [ "$newest" != 0 ]; do
  finish_session "state/lock.$newest"
  set -- "$@" "state/lock.$newest"
  find_newest "$newest"
done
# Drafts are moved away first: one that somebody still works on never becomes a lock that lacks a part.
for folder in state/lock.tmp.*; do
  if [ -e "$folder" ]; then
    mkdir -p "state/lock.old.$token"
    mv "$folder" "state/lock.old.$token"
  fi
done 2>/dev/null
# What is still there then counts for nothing, and goes with the next lock.
rm -rf "$@" state/lock.old.* 2>/dev/null
:
