import type { SourceFile, Sources } from '../../src/inventory/model/source.ts';
import { compareText } from '../../src/shared/finding.ts';

/** Texts of an inventory by path relative to its folder. */
export type Texts = Readonly<Record<string, string>>;

/** An inventory as the file adapter would have read it. */
export function sourcesOf(texts: Texts, folder = 'inventory'): Sources {
  const files = Object.entries(texts)
    .sort(([a], [b]) => compareText(a, b))
    .map(([relative, text]): [string, SourceFile] => [
      relative,
      {
        path: `${folder}/${relative}`,
        relative,
        bytes: new TextEncoder().encode(text),
        executable: false,
      },
    ]);
  return { folder, files: new Map(files), findings: [] };
}

/** A node as short as it can be. */
export function minimalNode(number: number, more = ''): string {
  const byte = (shift: number) => ((number >> shift) & 255).toString(16).padStart(2, '0');
  const address = `10.${16 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`;
  return `macs: ["02:00:00:${byte(16)}:${byte(8)}:${byte(0)}"]
address: ${address}
role: agent
installDisk: /dev/disk/by-id/nvme-${number}
${more}`;
}

/** An image lock with one release for each architecture. */
export const imageLock = `coreos:
${['x86_64', 'aarch64'].map((architecture) => lockEntry('44.20260707.3.1', architecture)).join('')}`;

/** One entry of an image lock. */
export function lockEntry(version: string, architecture: string, stream = 'stable'): string {
  const base = `https://builds.example.org/${stream}/fedora-coreos-${version}-live`;
  const file = (name: string, digit: string) =>
    `    ${name}: { url: ${base}-${name}.${architecture}, sha256: ${digit.repeat(64)} }\n`;
  return `  - stream: ${stream}
    version: ${version}
    architecture: ${architecture}
${file('kernel', 'a')}${file('initramfs', 'b')}${file('rootfs', 'c')}`;
}

/** The files of K3s in an image lock, for x86_64: name (or end of the URL) and digit of the hash. */
export function k3sEntry(changes: Readonly<Record<string, readonly [string, string] | undefined>>): string {
  const files = {
    binary: ['k3s', 'd'],
    airgapImages: ['k3s-airgap-images-amd64.tar.zst', 'e'],
    installScript: ['install.sh', 'f'],
    ...changes,
  } as const;
  const lines = Object.entries(files).map(([name, file]) =>
    file === undefined
      ? ''
      : `    ${name}: { url: https://k3s.example.org/${file[0]}, sha256: ${file[1].repeat(64 / file[1].length)} }\n`,
  );
  return `k3s:\n  - version: v1.35.2+k3s1\n    architecture: x86_64\n${lines.join('')}`;
}

/** The section `ipxe` of the image lock with entries. */
export function ipxeLock(...entries: readonly string[]): string {
  return `ipxe:\n${entries.join('')}`;
}

/** One of its entries, for x86_64. */
export function ipxeEntry({
  name = 'snponly.efi',
  source = 'path: /a.efi',
  sha256 = '5',
}: Readonly<Record<string, string>> = {}): string {
  return `  - { architecture: x86_64, name: ${name}, ${source}, sha256: "${sha256.repeat(64)}" }\n`;
}

/** A key whose data is whole. */
export const publicKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f ops@lab';

const labNode = (number: number) => `# ThinkCentre number ${number}
macs:
  - 98:fa:9b:1c:2d:0${number}
role: server
installDisk: /dev/disk/by-id/nvme-SAMSUNG_MZVLB512_S4ENNX0R00000${number}
address: 192.168.26.${10 + number}
`;

/** The lab that the project began with, in the shape that the rules are silent about. */
export const lab: Texts = {
  'site.yaml': `name: lab
domain: lab.home.lerenn.net
network:
  cidr: 192.168.26.0/24
  dhcpPool: { from: 192.168.26.100, to: 192.168.26.199 }
router:
  address: 192.168.26.1
k3s:
  version: v1.35.2+k3s1
  disable: [traefik, servicelb, local-storage, metrics-server]
  disableNetworkPolicy: true
  clusterCidr: 10.42.0.0/16
  serviceCidr: 10.43.0.0/16
  writeKubeconfigMode: "0644"
  kubeletArguments: [max-pods=200]
ssh:
  authorizedKeys:
    - ${publicKey}
overlays: [common.bu]
defaults:
  kernelArguments: [ipv6.disable=1]
`,
  'images.lock.yaml': k3sEntry({}) + imageLock,
  'nodes/lenovo1.yaml': `${labNode(1)}firstServer: true\n`,
  'nodes/lenovo2.yaml': labNode(2),
  'nodes/lenovo3.yaml': labNode(3),
  'overlays/common.bu': 'variant: fcos\nversion: 1.7.0\n',
};

/** The same texts with replacements: `[path, from, to]`; an empty `from` appends. The text that is replaced must be there. */
export function edited(texts: Texts, ...edits: readonly (readonly [string, string, string])[]): Texts {
  const result: Record<string, string> = { ...texts };
  for (const [path, from, to] of edits) {
    const before = result[path] ?? '';
    if (!before.includes(from)) throw new Error(`${path} has no ${from}`);
    result[path] = from === '' ? before + to : before.replace(from, () => to);
  }
  return result;
}
