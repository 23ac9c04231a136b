import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  symlinkSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openGate } from '../../../src/adapters/gate/openGate.ts';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import { readGate } from '../../../src/router/gate/state.ts';
import { localShell } from '../../adapters/storage/shell/localShell.ts';
import { requireRoot, startMountNamespace } from '../../adapters/storage/shell/mountNamespace.ts';
import { machine, makePlace, nonceOf, putNode, shellNames, shellOf } from './place.ts';

const one = machine(1);
const two = machine(2);

/** Linux's number for tmpfs. */
const tmpfs = 0x01021994;

describe.each(shellNames)('with %s', (shell) => {
  test('nothing is armed on a disk', async (context) => {
    const disk = [tmpdir(), homedir(), import.meta.dirname].find(
      (folder) => statfsSync(folder).type !== tmpfs,
    );
    const folder = mkdtempSync(join(disk ?? context.skip('needs a disk'), 'pilotlight-gate-'));
    try {
      const place = makePlace(shellOf(shell, context), {}, join(folder, 'gate'));
      await expect(place.gate.arm(putNode(place, one.mac), 'secret')).rejects.toThrow('is not in memory');
      expect(readdirSync(place.state)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('nothing is armed, and nothing asked, where somebody else could change it', async (context) => {
    requireRoot(context);
    const place = makePlace(shellOf(shell, context));
    place.neighbour(one.address, one.mac);
    const record = putNode(place, one.mac);
    const above = dirname(place.state);
    const refused = async (): Promise<void> => {
      await expect(place.gate.arm(record, 'secret')).rejects.toThrow('somebody else made it');
      expect((await place.ask({ path: `/${one.hexhyp}`, address: one.address })).status).toBe(404);
    };
    mkdirSync(above);
    chownSync(above, 1, 1);
    await refused();
    await expect(place.gate.state()).rejects.toThrow('somebody else made it');
    chownSync(above, 0, 0);
    chownSync(place.state, 1, 1);
    await refused();
    rmSync(above, { recursive: true });
    mkdirSync(join(place.folder, 'elsewhere'));
    symlinkSync('elsewhere', above);
    await refused();
  });

  test('a connection that breaks while the Ignition comes arms nothing, and what was armed stays', async (context) => {
    const place = makePlace(shellOf(shell, context));
    place.neighbour(one.address, one.mac);
    const record = putNode(place, one.mac);
    await place.gate.arm(record, 'first');
    const whole = localShell(place.kind);
    let cut = true;
    const gate = openGate(
      {
        ...whole,
        async run(script, parameters, options = {}) {
          const { input } = options;
          if (!cut || !(input instanceof Uint8Array)) return whole.run(script, parameters, options);
          cut = false;
          const result = await whole.run(script, parameters, { ...options, input: input.subarray(0, 3) });
          expect(result.status).toBe(84);
          throw new ConnectionLost('cut');
        },
      },
      { folder: place.state, proc: join(place.folder, 'proc') },
    );
    await expect(gate.arm(record, 'second')).rejects.toThrow(ConnectionLost);
    expect(readdirSync(place.state).filter((name) => name.startsWith('draft'))).toEqual([]);
    const nonce = nonceOf(await place.ask({ path: `/${one.hexhyp}`, address: one.address }));
    expect((await place.ask({ path: `/${one.hexhyp}/${nonce}/ignition`, address: one.address })).body).toBe(
      'first',
    );
    await gate.arm(record, 'second');
    const next = nonceOf(await place.ask({ path: `/${one.hexhyp}`, address: one.address }));
    expect((await place.ask({ path: `/${one.hexhyp}/${next}/ignition`, address: one.address })).body).toBe(
      'second',
    );
  });

  test('what a command that was killed left goes with the next one', async (context) => {
    const place = makePlace(shellOf(shell, context));
    await place.gate.arm(putNode(place, one.mac), 'x');
    const dead = spawnSync('true').pid;
    mkdirSync(join(place.state, `draft.${dead}`));
    mkdirSync(join(place.state, `draft.${process.pid}`));
    mkdirSync(join(place.state, 'armed', two.hexhyp));
    await place.gate.state();
    expect(readdirSync(place.state).filter((name) => name.startsWith('draft'))).toEqual([
      `draft.${process.pid}`,
    ]);
    expect(readdirSync(join(place.state, 'armed'))).toEqual([one.hexhyp]);
  });

  test('memory that is full arms nothing more, and what was armed still installs once', async (context) => {
    requireRoot(context);
    const namespace = await startMountNamespace('gate', context);
    try {
      mkdirSync(namespace.point, { recursive: true });
      namespace.run('mount', '-t', 'tmpfs', '-o', 'size=64k,mode=700', 'tmpfs', namespace.point);
      const place = makePlace(namespace.inside(shellOf(shell, context)), {}, join(namespace.point, 'gate'));
      for (const { address, mac } of [one, two]) place.neighbour(address, mac);
      await place.gate.arm(putNode(place, one.mac), 'secret');
      await expect(place.gate.arm(putNode(place, two.mac), 'x'.repeat(100_000))).rejects.toThrow(
        'cannot be kept',
      );
      namespace.run('sh', '-c', `cat /dev/zero >${namespace.point}/filler 2>/dev/null; true`);
      await expect(place.gate.arm(putNode(place, two.mac), 'secret')).rejects.toThrow('cannot be kept');
      await expect(place.gate.arm(putNode(place, one.mac), 'second')).rejects.toThrow('cannot be kept');
      expect(namespace.run('ls', '-A', place.state)).not.toContain('draft');
      const ask = (path: string, { hexhyp, address }: typeof one) =>
        place.ask({ path: `/${hexhyp}${path}`, address });
      expect((await ask('', two)).status).toBe(404);
      const nonce = nonceOf(await ask('', one));
      expect((await ask(`/${nonce}/ignition`, one)).body).toBe('secret');
      expect((await ask('', one)).status).toBe(404);
      for (let times = 0; times < 40; times++) await ask('', two);
      await place.ask({
        path: '/discover',
        query: `mac=${two.hexhyp}&serial=${'s'.repeat(100)}`,
        address: two.address,
      });
      const { armed, events, discovered } = readGate(await place.gate.state());
      expect(armed).toMatchObject([{ hostname: 'n525400000001.lab', progress: 'fetched' }]);
      expect(events.every(({ mac }) => mac === one.mac || mac === two.mac)).toBe(true);
      expect(discovered).toEqual([]);
      namespace.run('rm', `${namespace.point}/filler`);
      await place.gate.arm(putNode(place, two.mac), 'secret');
      expect((await ask('', two)).status).toBe(200);
      const again = readGate(await place.gate.state());
      expect(again.events.slice(-2)).toMatchObject([
        { kind: 'armed', mac: two.mac },
        { kind: 'script', mac: two.mac },
      ]);
    } finally {
      await namespace.end();
    }
  });
});

test('a record that would break a line, or the way to the release, is a mistake', async (context) => {
  const place = makePlace(shellOf('dash', context));
  const record = putNode(place, one.mac);
  const wrong = [
    { hostname: 'a b' },
    { hostname: '' },
    { hostname: 'a\nmacs 1' },
    { macs: ['52:54:00:00:00:0g'] as const },
    { variant: '' },
    { install: '../../etc/passwd' },
    { install: 'nodes/${x}/install.ipxe' },
    { seconds: -1 },
    { seconds: 1.5 },
    { seconds: Number.NaN },
    { seconds: 1e12 },
  ];
  for (const each of wrong) await expect(place.gate.arm({ ...record, ...each }, '')).rejects.toThrow();
  expect(existsSync(place.state)).toBe(false);
  await expect(place.gate.disarm('x')).rejects.toThrow('is no MAC');
});
