import { buildManifest } from '../../src/release/build.ts';
import { nodeDigest } from '../../src/release/identity.ts';
import type { DiskRecord, Manifest, NodeRecord, ReleaseContent } from '../../src/release/manifest.ts';
import type { PlannedRelease } from '../../src/release/plan/against.ts';
import { sha256 } from '../../src/shared/digest.ts';

export const versions = { pilotlight: '0.1.0', translator: 'ignition v2.27.0', butaneSpec: 'fcos 1.7.0' };

/** What a test wants to say of a node; the rest is filled in. */
export interface SampleNode extends Partial<Omit<NodeRecord, 'name' | 'disks'>> {
  readonly disks?: Partial<DiskRecord>;
  readonly config?: string;
  readonly ignition?: string;
  readonly install?: string;
  readonly script?: string;
}

export interface Sample extends Partial<Omit<ReleaseContent, 'nodes' | 'files'>> {
  readonly nodes?: Readonly<Record<string, SampleNode>>;
  /** Texts of files that are no node's, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A release with its texts, as rendering would make it. */
export interface SampleRelease extends PlannedRelease {
  readonly content: ReleaseContent;
  readonly texts: ReadonlyMap<string, string>;
}

export function sampleRelease({
  nodes = { lenovo1: {} },
  files = {},
  ...content
}: Sample = {}): SampleRelease {
  const texts = new Map(Object.entries({ 'boot.ipxe': '#!ipxe\n', ...files }));
  const records = Object.entries(nodes).map(([name, node], index) => sampleNode(name, index, node, texts));
  const whole: ReleaseContent = {
    site: {
      name: 'lab',
      domain: 'lab.home.lerenn.net',
      router: { address: '192.168.26.1', url: 'http://192.168.26.1/pilotlight' },
      unknownMachines: 'localBoot',
    },
    images: [],
    secrets: [{ secret: 'K3S_TOKEN' }],
    ...content,
    nodes: records,
    files: [...texts].map(([path, text]) => ({ path, sha256: sha256(text), size: Buffer.byteLength(text) })),
  };
  const manifest: Manifest = buildManifest(whole, versions);
  return { manifest, content: whole, texts, read: async (path) => texts.get(path) };
}

function sampleNode(name: string, index: number, sample: SampleNode, texts: Map<string, string>): NodeRecord {
  const { disks, config, ignition = '{"ignition":{"version":"3.6.0"}}', install, script, ...given } = sample;
  const hostname = given.hostname ?? `${name}.lab.home.lerenn.net`;
  const folder = `nodes/${hostname}`;
  const macs = given.macs ?? [`52:54:00:00:00:${(index + 16).toString(16)}`];
  const scripts = macs.map((mac) => `ipxe/by-mac/${mac.replaceAll(':', '-')}.ipxe`);
  const installText =
    install ?? `#!ipxe\nkernel coreos.inst.install_dev=${disks?.install ?? '/dev/disk/by-id/a'}\n`;
  const paths = {
    config: `${folder}/config.bu`,
    ignition: `${folder}/config.ign`,
    install: `${folder}/install.ipxe`,
  };
  texts.set(paths.config, config ?? 'variant: fcos\nversion: 1.7.0\n');
  texts.set(paths.ignition, ignition);
  texts.set(paths.install, installText);
  for (const path of scripts) texts.set(path, script ?? '#!ipxe\nexit\n');
  const digest = nodeDigest({ ignition, install: installText });
  return {
    name,
    role: 'server',
    address: `192.168.26.${index + 11}`,
    architecture: 'x86_64',
    kernelArguments: ['console=tty0'],
    variants: [{ variant: 'join', digest, ...paths }],
    scripts,
    ...given,
    hostname,
    macs,
    disks: { install: '/dev/disk/by-id/a', keepPartitions: [], extra: [], ...disks },
  };
}
