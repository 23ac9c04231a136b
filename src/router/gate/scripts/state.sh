#!/bin/sh
# Tells all that the gate knows, but no nonce and no Ignition: a line a fact, whose first word says what it is about.

# show WORD FILE: its lines, each after the word.
show() {
  while read -r line || [ -n "$line" ]; do
    if [ -n "$line" ]; then printf '%s %s\n' "$1" "$line"; fi
  done <"$2"
}

tell_armed() {
  for folder in armed/*; do
    if [ ! -f "$folder/record" ]; then continue; fi
    read_record "${folder#armed/}"
    echo armed
    show + "$folder/record"
    case $nonce,$progress in
      -,open) echo '+ progress waiting' ;;
      *,open) echo '+ progress asked' ;;
      *) echo '+ progress fetched' ;;
    esac
  done
}

tell() {
  sweep
  tell_armed
  for file in events.old events; do
    if [ -f "$file" ]; then show event "$file"; fi
  done
  for file in seen/*; do
    if [ -f "$file" ]; then show seen "$file"; fi
  done
  for file in keys/*; do
    if [ -f "$file" ]; then show key "$file"; fi
  done
}

read_clock
echo "uptime $uptime"
echo "boot $boot"
if [ -d "$gate" ]; then
  enter_state || exit 83
  alone tell
fi
echo end
