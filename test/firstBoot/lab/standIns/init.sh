#!/host/bin/dash
# The first process of a machine that boots: runs the programs of units, as it is told line by line: `<unit> <its result, or -> <words>`. It answers
# `<unit> <exit status>`, or `cut` when the power went. What they say is the unit's journal.
set -f
while read -r unit result program words; do
  journal=/lab/journal/$unit
  status=203
  # systemd does not run what policy does not call a program: 203/EXEC.
  if /lab/programs/label.sh "$program" >>"$journal"; then
    # shellcheck disable=SC2086
    /host/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin "SERVICE_RESULT=${result#-}" \
      "$program" $words </dev/null >>"$journal" 2>&1
    status=$?
  fi
  if [ -e /lab/cut/done ]; then
    echo cut
    exit 0
  fi
  echo "$unit $status"
done
