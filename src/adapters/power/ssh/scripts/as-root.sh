# Runs a script as root. $1: its text. $2…: its name, and its parameters.
if [ "$(id -u)" = 0 ]; then exec sh -c "$@"; fi
exec sudo -n sh -c "$@"
