# shellcheck shell=dash disable=SC2154
# A program between two steps: $name, which is $program. It is read with `.`.
# shellcheck source=/dev/null
. /lab/programs/cut.sh
step "before $name"
"$program" "$@"
status=$?
step "after $name"
exit "$status"
