import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/inventory/model/node.ts';
import type { Site } from '../../src/inventory/model/site.ts';
import { originText } from '../../src/release/origin.ts';
import { clusterRecord, nodeRecord, siteRecord } from '../../src/release/record.ts';
import { sampleRelease } from './sample.ts';

/** The parts of a node that a manifest tells of. */
const node = {
  name: 'lenovo1',
  hostname: 'lenovo1.lab.home.lerenn.net',
  role: 'server',
  macs: ['52:54:00:00:00:10'],
  architecture: 'x86_64',
  kernelArguments: ['console=tty0'],
  network: { address: { method: 'static', address: '192.168.26.11', prefixLength: 24 } },
  installDisk: { device: '/dev/disk/by-id/a', keepPartitions: [{ label: 'data' }, { index: '5-7' }] },
  extraDisks: [
    { device: '/dev/x', filesystem: 'xfs', label: 'one', mount: '/var/one', wipe: false },
    { device: '/dev/y', filesystem: 'ext4', label: 'two', wipe: true },
  ],
  images: { version: '44.20260707.3.1' },
} as unknown as Node;

/** What rendering adds to a node's record. */
function rendered() {
  const [record] = sampleRelease().manifest.nodes;
  if (record === undefined) throw new Error('the sample has no node');
  return { variants: record.variants, scripts: record.scripts };
}

describe('records', () => {
  test('of a node say what a plan needs', () => {
    expect(nodeRecord(node, rendered())).toEqual({
      name: 'lenovo1',
      hostname: 'lenovo1.lab.home.lerenn.net',
      role: 'server',
      address: '192.168.26.11',
      macs: ['52:54:00:00:00:10'],
      architecture: 'x86_64',
      coreos: '44.20260707.3.1',
      kernelArguments: ['console=tty0'],
      disks: {
        install: '/dev/disk/by-id/a',
        keepPartitions: ['label=data', 'index=5-7'],
        extra: [
          { device: '/dev/x', filesystem: 'xfs', label: 'one', mount: '/var/one', wipe: false },
          { device: '/dev/y', filesystem: 'ext4', label: 'two', wipe: true },
        ],
      },
      ...rendered(),
    });
  });

  test('leave out what a node does not have', () => {
    const { images: _images, ...rest } = node;
    const bare = { ...rest, network: { ...node.network, address: { method: 'dhcp' } } } as Node;
    const record = nodeRecord(bare, rendered());
    expect(record.address).toBe('dhcp');
    expect(record).not.toHaveProperty('coreos');
  });

  test('of a site and a cluster keep secrets and host keys out', () => {
    const site = {
      name: 'lab',
      domain: 'd',
      router: {
        address: 'a',
        url: 'u',
        storage: '/mnt/usb',
        ssh: { port: 22, user: 'root', hostKeys: ['k'] },
      },
      unknownMachines: 'ignore',
    } as unknown as Site;
    expect(siteRecord(site)).toEqual({
      name: 'lab',
      domain: 'd',
      router: { address: 'a', url: 'u' },
      unknownMachines: 'ignore',
    });
    const cluster = {
      version: 'v1',
      token: { secret: 'T' },
      servers: ['s'],
      firstServer: 's',
      source: 'router',
    };
    expect(clusterRecord(cluster as unknown as NonNullable<Site['cluster']>)).toEqual({
      version: 'v1',
      source: 'router',
      servers: ['s'],
      firstServer: 's',
    });
  });
});

test('the origin of a release names what is known', () => {
  expect(JSON.parse(originText({ repository: 'a/b', commit: 'c', ref: 'refs/heads/main' }))).toEqual({
    repository: 'a/b',
    commit: 'c',
    ref: 'refs/heads/main',
  });
  expect(originText({})).toBe('{}\n');
});
