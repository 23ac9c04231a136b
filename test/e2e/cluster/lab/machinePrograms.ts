import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hardware } from './machine.ts';

/** K3s's own program, as far as it is asked over SSH. */
const k3s = `#!/bin/sh
# A model of K3s: kubectl is upstream's, the rest is short.
case $1 in
kubectl) shift; exec /lab/control-plane kubectl --kubeconfig=/lab/pki/client.kubeconfig "$@" ;;
--version) cat /etc/rancher/version ;;
esac
`;

/** K3s's unit. K3s is one process, which ends with all of its parts at once: an API server alone would wait for its etcd. */
const systemctl = `#!/bin/sh
# A model of systemd: it knows the unit of K3s, and nothing else.
alive() { [ -f "/run/$1.pid" ] && kill -0 "$(cat "/run/$1.pid")" 2>/dev/null; }
end() {
  for name; do if alive "$name"; then kill -9 "$(cat "/run/$name.pid")"; fi; done
  for name; do while alive "$name"; do sleep 0.05; done; done
}
case "$1 $2" in
'cat k3s.service') [ -f /etc/rancher/version ] ;;
'is-active k3s') if alive api-server; then echo active; else echo inactive; exit 3; fi ;;
'stop k3s.service') : >/run/stopped; end kubelet scheduler controllers api-server etcd ;;
'disable k3s.service') ;;
*) exit 4 ;;
esac
`;

/** Runs a part of K3s, and notes its id. */
const once = `name=$1
shift
echo "$$" >"/run/$name.pid"
exec "$@"
`;

/** The same for parts that end when somebody else leads, and are started again until their unit is stopped. */
const keep = `name=$1
shift
until [ -e /run/stopped ]; do
  "$@" &
  echo "$!" >"/run/$name.pid"
  wait "$!"
done
`;

/** Whoever logs in finds the lab's programs before this machine's. */
const shell = `#!/bin/sh
PATH=/lab/bin:$PATH exec /bin/sh "$@"
`;

/** Writes into a root folder what the machine's system has beside this machine's programs. */
export function writePrograms(root: string, { disk, serial }: Hardware, hosts: string): void {
  for (const folder of ['etc/rancher', 'etc/pilotlight', 'lab/bin', 'lab/pki', 'run', 'sys', 'var'])
    mkdirSync(join(root, folder), { recursive: true });
  const program = (path: string, text: string): void =>
    writeFileSync(join(root, path), text, { mode: 0o755 });
  program('lab/bin/k3s', k3s);
  program('lab/bin/systemctl', systemctl);
  program('lab/bin/lsblk', `#!/bin/sh\ncat <<'END'\n${lsblk(disk, serial)}\nEND\n`);
  program('lab/shell', shell);
  program('lab/once', once);
  program('lab/keep', keep);
  program('lab/control-plane', '');
  writeFileSync(join(root, 'etc/hosts'), hosts);
  // Resolvers of this machine cannot be reached from here, and would be waited for.
  writeFileSync(join(root, 'etc/resolv.conf'), '');
  appendFileSync(join(root, 'etc/shells'), '/lab/shell\n');
  // Who logs in is root already: this machine may have no sudo.
  appendFileSync(join(root, 'etc/passwd'), 'core:x:0:0:core:/root:/lab/shell\n');
}

function lsblk(disk: string, serial: string): string {
  const device = { name: 'nvme0n1', kname: 'nvme0n1', pkname: null, path: '/dev/nvme0n1', type: 'disk' };
  return JSON.stringify({
    blockdevices: [{ ...device, serial, wwn: `eui.${disk.length}`, size: 512e9, mountpoints: ['/'] }],
  });
}
