# shellcheck shell=dash
# A program between two steps: $name, which is $program. It is read with `.`.
# shellcheck source=/dev/null
. /lab/programs/cut.sh
step "before $name"
# shellcheck disable=SC2154
"$program" "$@"
status=$?
step "after $name"
exit "$status"
