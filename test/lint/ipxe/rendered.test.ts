import { describe, expect, test } from 'vitest';
import type { LocalBoot } from '../../../src/inventory/model/node.ts';
import type { UnknownMachines } from '../../../src/inventory/model/site.ts';
import { walk } from '../../../src/ipxe/walk/walk.ts';
import { lintIpxe } from '../../../src/lint/ipxe/lint.ts';
import { renderIpxe } from '../../../src/render/ipxe/render.ts';
import { locate, node, site, withInstaller } from '../../render/fixtures/lab.ts';

const localBoots: readonly LocalBoot[] = ['exit', 'exitError', 'sanboot', 'poweroff'];
const policies: readonly UnknownMachines[] = ['ignore', 'localBoot', 'discover'];
const base = 'http://192.168.26.1/pilotlight/releases/abc';

/** The scripts of a site by URL, as the router would serve them. */
function served(changes: Parameters<typeof site>[0]): Map<string, string> {
  const { value } = renderIpxe(site(changes), locate);
  return new Map(value.map(({ path, text }) => [`${base}/${path}`, text]));
}

describe('what Pilotlight renders has no finding', () => {
  const nodes = [
    ...localBoots.map((localBoot) => node({ localBoot })),
    withInstaller({ mode: 'live', liveArguments: ['coreos.liveiso=1'] }),
    withInstaller({ ignitionFirstboot: true, mode: 'live' }),
    withInstaller({ ignitionUrl: 'http://192.168.26.1/a.ign', initrdName: 'initramfs.img' }),
    node({ installDisk: { device: '/dev/disk/by-id/x', keepPartitions: [{ label: 'a' }, { index: '5' }] } }),
  ];
  test.each(nodes)('node %#', (each) => {
    for (const unknownMachines of policies) {
      for (const [url, text] of served({ nodes: [each], unknownMachines })) {
        expect(lintIpxe(text, { file: url, url })).toEqual([]);
      }
    }
  });
});

describe('a machine walks through a release', () => {
  const machine = (changes: Parameters<typeof site>[0], gate?: string, mac = '98:fa:9b:1c:2d:01') => {
    const scripts = served(changes);
    return walk(`${base}/boot.ipxe`, {
      settings: { 'net0/mac': mac, hostname: 'unknown', platform: 'efi', 'net0/ip': '192.168.26.11' },
      fetch: async (url) => {
        if (url.includes('/images/')) return { status: 200 };
        const body = url.includes('/cgi-bin/gate/') ? gate : scripts.get(url);
        return body === undefined ? { status: 404, body: '' } : { status: 200, body };
      },
    });
  };

  test.each([
    ['exit', { kind: 'localDisk', how: 'exit', status: 0 }],
    ['exitError', { kind: 'localDisk', how: 'exit', status: 1 }],
    ['sanboot', { kind: 'localDisk', how: 'sanboot', status: 0 }],
    ['poweroff', { kind: 'localDisk', how: 'exit', status: 1 }],
  ] as const)('unarmed, it boots its own disk by %s', async (localBoot, outcome) => {
    expect((await machine({ nodes: [node({ localBoot })] })).outcome).toEqual(outcome);
  });

  test('armed, it boots the installer with the config that the gate names', async () => {
    const gate = `#!ipxe\nset ignition-url http://192.168.26.1/ign/nonce\nchain ${base}/nodes/lenovo1.lab.example/install.ipxe\n`;
    const { outcome } = await machine({}, gate);
    expect(outcome).toMatchObject({
      kind: 'boots',
      cmdline: expect.stringContaining('coreos.inst.ignition_url=http://192.168.26.1/ign/nonce'),
      initrds: [{ name: 'main' }],
    });
  });

  test('an install script that nobody armed installs nothing', async () => {
    const gate = `#!ipxe\nchain ${base}/nodes/lenovo1.lab.example/install.ipxe\n`;
    expect((await machine({}, gate)).outcome).toEqual({ kind: 'localDisk', how: 'exit', status: 0 });
  });

  test.each(policies)('an unknown machine with the policy %s does not install', async (unknownMachines) => {
    const { outcome } = await machine({ unknownMachines }, undefined, '52:54:00:00:00:99');
    expect(outcome).toEqual({ kind: 'localDisk', how: 'exit', status: 1 });
  });
});
