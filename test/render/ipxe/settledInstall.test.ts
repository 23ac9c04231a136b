import { describe, expect, test } from 'vitest';
import type { Node } from '../../../src/inventory/model/node.ts';
import { renderInstall } from '../../../src/render/ipxe/install.ts';
import { settledInstall } from '../../../src/render/ipxe/settledInstall.ts';
import { images, locate, node, site, withInstaller } from '../fixtures/lab.ts';

const file = (name: string) => ({ name, url: `https://images.example/${name}`, sha256: '0'.repeat(64) });

/** The next release of Fedora CoreOS, whose files have other names. */
const newer: NonNullable<Node['images']> = {
  ...images,
  version: '44.20260721.3.0',
  kernel: file('fcos-kernel-44.20260721.3.0.x86_64'),
  initramfs: file('fcos-initramfs-44.20260721.3.0.x86_64.img'),
  rootfs: file('fcos-rootfs-44.20260721.3.0.x86_64.img'),
};

function settled(each: Node): string {
  const script = renderInstall(site(), each, '/nodes/0', 'join', locate).value;
  if (script === undefined) throw new Error('no script');
  return settledInstall(site(), each, script);
}

/** Whether a newer image is a reason to install a node again. */
const isReason = (each: Node, next = newer) => settled({ ...each, images: next }) !== settled(each);

describe('a newer image', () => {
  test('is no reason to install a node again that updates itself', () => {
    expect(isReason(node())).toBe(false);
    expect(isReason(node({ updates: { strategy: 'immediate', windows: [] } }))).toBe(false);
    expect(settled(node())).not.toContain(images.version);
  });

  test('is none with a metal image, either', () => {
    const metal = withInstaller(
      { source: 'metalImage' },
      { images: { ...images, metalImage: file('a.xz') } },
    );
    expect(isReason(metal, { ...newer, metalImage: file('b.xz') })).toBe(false);
  });

  test('is one for a node that does not update itself, or that boots the image every time', () => {
    expect(isReason(node({ updates: { strategy: 'off', windows: [] } }))).toBe(true);
    expect(isReason(withInstaller({ mode: 'live' }))).toBe(true);
  });
});

describe('what is a reason as before', () => {
  test.each<[string, Node]>([
    ['another stream', node({ stream: 'testing' })],
    ['another disk', node({ installDisk: { device: '/dev/disk/by-id/other', keepPartitions: [] } })],
    ['another kernel argument', node({ kernelArguments: ['quiet'] })],
    ['an image of its own', withInstaller({ urls: { kernel: 'http://192.168.26.1/kernel' } })],
  ])('%s', (_what, each) => {
    expect(settled(each)).not.toBe(settled(node()));
  });

  test('the whole script, where no image is locked', () => {
    const { images: _images, ...bare } = node();
    expect(settledInstall(site(), bare, '#!ipxe\n')).toBe('#!ipxe\n');
  });
});
