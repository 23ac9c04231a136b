#!/host/bin/dash
# Time passes at once: enough for systemd to start again what has Restart=always.
echo "$1" >>/lab/slept
exec /lab/programs/systemctl.sh again k3s.service k3s-agent.service
