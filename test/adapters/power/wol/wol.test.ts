import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPower } from '../../../../src/adapters/power/openPower.ts';
import { magicPacket } from '../../../../src/adapters/power/wol/magicPacket.ts';
import type { PowerControl } from '../../../../src/ports/power.ts';
import type { RemoteShell } from '../../../../src/ports/remoteShell.ts';
import { type Namespace, startNamespace } from '../../../router/lab/namespace.ts';
import { tie } from '../../../router/lab/network.ts';
import { findTool } from '../../../tools/find.ts';
import { requireTool } from '../../../tools/tools.ts';
import { dashShell, localShell } from '../../storage/shell/localShell.ts';
import { requireRoot } from '../../storage/shell/mountNamespace.ts';
import { failure, machine, testTools } from '../tools.ts';
import { startCapture } from './capture.ts';

const network = '198.51.100';
const cidr = `${network}.0/24`;
const packet = Buffer.from(magicPacket(machine.macs[0] ?? '')).toString('hex');
const everybody = 'f'.repeat(12);

describe('on the wire', () => {
  let router: Namespace;
  let runner: Namespace;
  const inNetwork = ({ pid }: Namespace): string[] => ['nsenter', '--target', `${pid}`, '--net', '--'];

  beforeEach(async (context) => {
    requireRoot(context);
    requireTool('ip', context);
    [router, runner] = await Promise.all([
      startNamespace({ network: true }),
      startNamespace({ network: true }),
    ]);
    await tie(router, runner, network);
    // The kernel tells a moment later that the cable is in.
    await runner.run('sh', ['-c', 'until ip link show eth0 | grep -q "state UP"; do sleep 0.05; done']);
    return async () => {
      await Promise.all([router.end(), runner.end()]);
    };
  });

  test('the runner sends three packets to all of the network', async (context) => {
    const capture = await startCapture(
      { enter: inNetwork(router), device: 'br-lan', filter: 'udp', count: 3 },
      context,
    );
    const program = join(import.meta.dirname, 'wake.ts');
    const ended = await runner.run(process.execPath, [program, cidr]);
    expect(ended).toEqual({ status: 0, stdout: '', stderr: '' });
    for (const frame of await capture.frames) {
      const hex = frame.toString('hex');
      expect(hex.slice(0, 12)).toBe(everybody);
      expect(frame.subarray(30, 34).join('.')).toBe(`${network}.255`);
      expect(frame.readUInt16BE(36)).toBe(9);
      expect(hex.slice(42 * 2)).toBe(packet);
    }
  });

  test('a runner that is elsewhere says so', async () => {
    const program = join(import.meta.dirname, 'wake.ts');
    const ended = await runner.run(process.execPath, [program, '192.0.2.0/24']);
    expect(ended.status).not.toBe(0);
    expect(ended.stderr).toContain('this machine is not in 192.0.2.0/24: let the router send (from: router)');
  });

  test('the router sends by etherwake, to the interface of the network', async (context) => {
    requireTool('etherwake', context);
    const capture = await startCapture(
      { enter: inNetwork(runner), device: 'eth0', filter: 'ether proto 0x0842', count: 3 },
      context,
    );
    const kind = dashShell(context);
    const shell = localShell({
      ...kind,
      command: [...inNetwork(router), ...kind.command],
      path: `${kind.path}:/usr/sbin`,
    });
    await wake({ from: 'router' }, { router: async () => shell }).cycle();
    for (const frame of await capture.frames) {
      const hex = frame.toString('hex');
      expect(hex.slice(0, 12)).toBe(everybody);
      expect(hex.slice(14 * 2)).toBe(packet);
    }
  });

  test('a router that is not in the network is told by name which interface', async (context) => {
    const kind = dashShell(context);
    const enter = {
      ...kind,
      command: [...inNetwork(router), ...kind.command],
      path: `${kind.path}:/usr/sbin`,
    };
    requireTool('etherwake', context);
    const control = openPower(
      { method: 'wol', settings: { from: 'router' } },
      { ...machine, cidr: '192.0.2.0/24' },
      testTools({ router: async () => localShell(enter) }),
      {},
    );
    const { message, next } = await failure(control.cycle());
    expect(message).toContain('no interface of the router is in 192.0.2.0/24');
    expect(next).toContain('`interface`');
  });
});

function wake(settings: object, shells: Parameters<typeof testTools>[0] = {}): PowerControl {
  return openPower({ method: 'wol', settings: { ...settings } }, { ...machine, cidr }, testTools(shells), {});
}

describe('the router', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilotlight-wake-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A router that has these programs, and otherwise only what every one has. */
  const router = (
    context: { skip: (note?: string) => never },
    programs: Readonly<Record<string, string>>,
  ) => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    for (const name of ['sed', 'head']) symlinkSync(requireTool('busybox', context), join(bin, name));
    symlinkSync(findTool('dash') ?? '/bin/sh', join(bin, 'sh'));
    for (const [name, script] of Object.entries(programs))
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return async (): Promise<RemoteShell> => localShell({ ...dashShell(context), path: bin });
  };

  test('may have the ether-wake of busybox, and an interface that is named', async ({ skip }) => {
    const shell = router({ skip }, { 'ether-wake': `echo "$@" >>'${folder}/told'` });
    await wake({ from: 'router', interface: 'br-lan' }, { router: shell }).cycle();
    expect(readFileSync(join(folder, 'told'), 'utf8')).toBe('-b -i br-lan 98:fa:9b:1c:2d:01\n'.repeat(3));
  });

  test('without such a program names the package', async ({ skip }) => {
    const { message, next } = await failure(
      wake({ from: 'router' }, { router: router({ skip }, {}) }).cycle(),
    );
    expect(message).toContain('the router has no etherwake');
    expect(next).toContain('opkg install etherwake');
  });

  test('says what its program says', async ({ skip }) => {
    const shell = router({ skip }, { etherwake: 'echo "SIOCGIFHWADDR: No such device" >&2; exit 1' });
    const control = wake({ from: 'router', interface: 'br-no' }, { router: shell });
    expect((await failure(control.cycle())).message).toContain('SIOCGIFHWADDR: No such device');
  });
});

test('a machine that runs is neither woken nor said to be', async () => {
  const shell: RemoteShell = {
    name: 'node',
    run: async () => ({ status: 0, stdout: new Uint8Array(), stderr: '' }),
    reconnect: async () => {},
    close: async () => {},
  };
  const control = wake({}, { node: async () => shell });
  expect(await control.probe()).toEqual({
    usable: false,
    detail: 'it runs, and a magic packet only starts a machine that is off',
  });
  expect((await failure(control.cycle())).message).toContain('a magic packet cannot restart it');
  expect(await control.state()).toBe('on');
  expect(await control.bootNetworkOnce()).toMatchObject({ by: 'firmware' });
});
