#!/host/bin/dash
# Time passes at once: enough for systemd to start again what has Restart=always.
echo "$1" >>/lab/slept
for unit in k3s.service k3s-agent.service; do
  state=''
  { read -r state </run/units/$unit; } 2>/dev/null
  if [ "$state" = activating ]; then /lab/programs/systemctl.sh again $unit; fi
done
exit 0
