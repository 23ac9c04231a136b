import { readFileSync } from 'node:fs';
import { sha256 } from '../../../src/shared/digest.ts';

/** The site of the lab: three servers, an agent, and a machine without K3s. */
export const domain = 'lab.example';
export const version = 'v1.34.1+k3s1';

/** A node of the lab. */
export interface LabNode {
  readonly name: string;
  readonly address: string;
  readonly mac: string;
}

const node = (name: string, number: number): LabNode => ({
  name,
  address: `192.168.26.${number}`,
  mac: `52:54:00:26:00:${number}`,
});

export const nodes = {
  server1: node('server1', 11),
  server2: node('server2', 12),
  server3: node('server3', 13),
  agent1: node('agent1', 21),
  plain: node('plain', 31),
} as const;

export type NodeName = keyof typeof nodes;

const standIn = (name: string): Uint8Array => readFileSync(new URL(`standIns/${name}`, import.meta.url));

/** What the router has of K3s. The binary leads to the stand-in; the images are long enough to be cut. */
export const assets: Readonly<Record<string, Uint8Array>> = {
  k3s: Buffer.from('#!/bin/sh\n# In the place of the binary of K3s.\nexec /lab/programs/k3s.sh "$@"\n'),
  'k3s-airgap-images-amd64.tar.zst': Buffer.alloc(200_000, 'images of containers\n'),
  'install.sh': standIn('install.sh'),
};

/** The files that a router serves of them, by path. */
export function servedAssets(): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(assets).map(([name, bytes]) => [`/k3s/${version}/${name}`, bytes] as const));
}

/** The inventory's files, with more lines below `k3s:`. */
export function inventoryFiles(k3s = ''): Readonly<Record<string, string>> {
  const nodeFile = ({ mac, address }: LabNode, rest: string): string =>
    `macs: ["${mac}"]\naddress: ${address}\ninstallDisk: /dev/disk/by-id/nvme-one\n${rest}`;
  return {
    'site.yaml': [
      `domain: ${domain}`,
      'network: { cidr: 192.168.26.0/24 }',
      'router: { address: 192.168.26.1 }',
      `ssh: { authorizedKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBxIBB+ILHpkFJboJMz0vKJEc+fiWGFr7A3qr/QMCOI+ ops@lab"] }`,
      `k3s:\n  version: ${version}\n${k3s}`,
    ].join('\n'),
    'nodes/server1.yaml': nodeFile(nodes.server1, 'role: server\nfirstServer: true\n'),
    'nodes/server2.yaml': nodeFile(nodes.server2, 'role: server\n'),
    'nodes/server3.yaml': nodeFile(nodes.server3, 'role: server\n'),
    'nodes/agent1.yaml': nodeFile(nodes.agent1, 'role: agent\n'),
    'nodes/plain.yaml': nodeFile(nodes.plain, 'role: none\n'),
    'images.lock.yaml': lock(),
  };
}

function lock(): string {
  const at = (name: string, bytes: Uint8Array): string =>
    `{ url: "https://mirror.example/${name}", sha256: ${sha256(bytes)} }`;
  const empty = new Uint8Array();
  return [
    'coreos:',
    '  - stream: stable',
    '    version: 44.20260707.3.1',
    '    architecture: x86_64',
    ...['kernel', 'initramfs', 'rootfs'].map((name) => `    ${name}: ${at(`fcos-${name}`, empty)}`),
    'k3s:',
    `  - version: ${version}`,
    '    architecture: x86_64',
    `    binary: ${at('k3s', assets.k3s ?? empty)}`,
    `    airgapImages: ${at('k3s-airgap-images-amd64.tar.zst', assets['k3s-airgap-images-amd64.tar.zst'] ?? empty)}`,
    `    installScript: ${at('install.sh', assets['install.sh'] ?? empty)}`,
    '',
  ].join('\n');
}

/** In the place of the router's names. */
export function hostsFile(): string {
  const lines = Object.values(nodes).map(({ name, address }) => `${address} ${name}.${domain} ${name}`);
  return `127.0.0.1 localhost\n${lines.join('\n')}\n`;
}
