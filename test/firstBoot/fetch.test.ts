import { describe, expect, test } from 'vitest';
import type { Skipping } from '../tools/tools.ts';
import type { Lab } from './lab/lab.ts';
import type { Machine } from './lab/machine.ts';
import type { Fault } from './lab/routerServer.ts';
import { assets, nodes, servedAssets, version } from './lab/site.ts';
import { useLab } from './lab/useLab.ts';

const useAgent1 = useLab(nodes.agent1);
const images = 'k3s-airgap-images-amd64.tar.zst';
const imagesPath = `var/lib/rancher/k3s/agent/images/${images}`;

/** A machine whose router has faults. */
async function machineWith(
  faults: Readonly<Record<string, Fault>>,
  context: Skipping,
): Promise<{ lab: Lab; machine: Machine }> {
  const lab = await useAgent1(context);
  await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
  const machine = await lab.machine({ node: 'agent1', variant: 'agent' }, context);
  lab.router.serve(servedAssets(), faults);
  return { lab, machine };
}

const isWhole = (machine: Machine): boolean =>
  machine.text(imagesPath) === Buffer.from(assets[images] ?? '').toString();

describe('K3s is fetched, though the router', () => {
  test('cuts an answer short: it is gone on with', async (context) => {
    const { lab, machine } = await machineWith(
      { [images]: { kind: 'truncated', after: 120_000, times: 1 } },
      context,
    );
    await machine.boot();
    expect(isWhole(machine)).toBe(true);
    expect(lab.router.asked).toContain(`GET /k3s/${version}/${images} bytes=120000-`);
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  });

  test('cuts it short and knows no ranges', async (context) => {
    const { lab, machine } = await machineWith(
      { [images]: { kind: 'truncated', after: 120_000, times: 1 } },
      context,
    );
    lab.router.ranges = false;
    await machine.boot();
    expect(isWhole(machine)).toBe(true);
  });

  test('stands still in the middle', async (context) => {
    const { machine } = await machineWith(
      { [images]: { kind: 'stalled', after: 120_000, times: 1 } },
      context,
    );
    await machine.boot();
    expect(isWhole(machine)).toBe(true);
  });

  test.for([
    [503, 6],
    [404, 2],
  ] as const)('answers %i for a while, which is told', async ([status, times], context) => {
    const { lab, machine } = await machineWith({ 'install.sh': { kind: 'status', status, times } }, context);
    await machine.boot();
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
    expect((await lab.heard()).find((event) => event.startsWith('failed'))).toMatch(
      /^failed unit=pilotlight-k3s-fetch\.service text=.*cannot fetch http:\/\/192\.168\.26\.1:8069\/k3s\/\S+\/install\.sh/,
    );
  });

  test('had another version when it began', async (context) => {
    const { machine } = await machineWith({}, context);
    const folder = imagesPath.slice(0, imagesPath.lastIndexOf('/'));
    machine.makeFolder(folder);
    machine.write(`${imagesPath}.part`, 'of another version\n'.repeat(1000));
    await machine.boot();
    expect(isWhole(machine)).toBe(true);
  });

  test('is away at first', async (context) => {
    const { lab, machine } = await machineWith({}, context);
    lab.router.stop();
    await machine.boot({
      onEnd: async (unit) => {
        if (unit === 'pilotlight-k3s-fetch.service') await lab.router.start();
      },
    });
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  });
});

describe('nothing that is not what the node was told to trust is used:', () => {
  test.for(['k3s', images, 'install.sh'])('%s from the router', async (name, context) => {
    const { lab, machine } = await machineWith({ [`/${name}`]: { kind: 'wrong' } }, context);
    const { units } = await machine.boot();
    expect(units.get('pilotlight-k3s-fetch.service')).toBe('failed');
    expect([machine.lab('k3s/installs'), machine.lab('k3s/starts')]).toEqual([[], []]);
    expect((await lab.heard()).at(-1)).toMatch(
      /^failed unit=pilotlight-k3s-fetch\.service text=.*is not what this node was told to trust/,
    );
    const left = ['var/usrlocal/bin/k3s', imagesPath, 'var/lib/pilotlight/k3s/install.sh'];
    const wrong = left[['k3s', images, 'install.sh'].indexOf(name)] ?? '';
    expect([machine.has(wrong), machine.has(`${wrong}.part`)]).toEqual([false, false]);
  });

  test('a program that went bad on the disk is fetched again', async (context) => {
    const { lab, machine } = await machineWith({}, context);
    let spoilt = false;
    await machine.boot({
      onEnd: async (unit) => {
        if (unit !== 'pilotlight-k3s-fetch.service' || spoilt) return;
        spoilt = true;
        machine.write('var/usrlocal/bin/k3s', '#!/bin/sh\n');
      },
    });
    expect(machine.text('var/usrlocal/bin/k3s')).toBe(Buffer.from(assets.k3s ?? '').toString());
    expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  });
});

test('from upstream, the installer fetches and checks the program by itself', async (context) => {
  const lab = await useAgent1(context);
  await lab.siblings.are({ '192.168.26.11': { kind: 'answers', ca: lab.ca } });
  const wanted = { node: 'agent1', variant: 'agent', k3s: '  source: upstream\n' } as const;
  const machine = await lab.machine(wanted, context);
  await lab.connectToUpstream(machine, context);
  await machine.boot();
  expect(machine.lab('k3s/installs')).toEqual([
    'install.sh agent skip-download= skip-selinux=true version=v1.34.1+k3s1',
  ]);
  expect((await lab.heard()).at(-1)).toMatch(/^ready /);
  expect(lab.router.asked.filter((line) => line.includes('/k3s/'))).toEqual([]);
});
