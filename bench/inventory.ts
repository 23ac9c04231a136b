import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The address of the n-th agent: 10.16.0.0/12 holds a million. */
function address(n: number): string {
  const offset = n + 256;
  return `10.${16 + (offset >> 16)}.${(offset >> 8) & 255}.${offset & 255}`;
}

function mac(n: number): string {
  const hex = n.toString(16).padStart(6, '0');
  return `98:fa:9b:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}`;
}

/** The file of the n-th node: three servers, then agents. */
function node(n: number): string {
  return [
    `macs: [${mac(n)}]`,
    `address: ${address(n)}`,
    `role: ${n < 3 ? 'server' : 'agent'}`,
    ...(n === 0 ? ['firstServer: true'] : []),
    `installDisk: /dev/disk/by-id/nvme-BENCH_${n}`,
    '',
  ].join('\n');
}

const site = `domain: bench.example.net
network:
  cidr: 10.16.0.0/12
router:
  address: 10.16.0.1
k3s:
  version: v1.34.1+k3s1
  clusterCidr: 100.64.0.0/10
  serviceCidr: 172.24.0.0/16
ssh:
  authorizedKeys:
    - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGpMkTxNLwhmZPpPQFTzkuAKQk4dIzAFXnMpOcTuqOgX bench
defaults:
  overlays: [sysctl.bu]
`;

const overlay = `variant: fcos
version: 1.6.0
storage:
  files:
    - path: /etc/sysctl.d/90-inotify.conf
      contents: { inline: "fs.inotify.max_user_instances = 8192\\n" }
    - path: /etc/motd.d/10-node.motd
      contents: { inline: "{{ node.hostname }} of {{ site.domain }}\\n" }
`;

/** Writes an inventory of that many nodes, with the lab's image lock. */
export function writeInventory(folder: string, nodes: number, lock: string): void {
  mkdirSync(join(folder, 'nodes'), { recursive: true });
  mkdirSync(join(folder, 'overlays'), { recursive: true });
  writeFileSync(join(folder, 'site.yaml'), site);
  writeFileSync(join(folder, 'overlays', 'sysctl.bu'), overlay);
  cpSync(lock, join(folder, 'images.lock.yaml'));
  for (let n = 0; n < nodes; n++) writeFileSync(join(folder, 'nodes', `n${n}.yaml`), node(n));
}

/** Changes one node, as somebody would who edits a file. */
export function changeOneNode(folder: string): void {
  writeFileSync(join(folder, 'nodes', 'n7.yaml'), `${node(7)}labels: { changed: "yes" }\n`);
}
