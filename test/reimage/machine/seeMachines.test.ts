import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { remoteShells } from '../../../src/adapters/ssh/remoteShells.ts';
import type { Node } from '../../../src/inventory/model/node.ts';
import { ConnectionLost, HostKeyRefused, type RemoteShell } from '../../../src/ports/remoteShell.ts';
import { seeMachine, seeMachines } from '../../../src/reimage/machine/seeMachines.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { fingerprint, parseHostKey } from '../../../src/shared/hostKey.ts';
import { type Dropbear, freePort, generateKey, startDropbear } from '../../adapters/ssh/dropbear.ts';
import { findTool } from '../../tools/tools.ts';

const node = (name: string): Node => ({ name, hostname: `${name}.lab` }) as Node;

describe('over the SSH of a real machine', () => {
  let started: Dropbear | undefined;
  let dropbear: Dropbear;
  beforeEach(async ({ skip }) => {
    started ??= await startDropbear({ skip }, ['ed25519']);
    dropbear = started;
  });
  afterAll(() => started?.close());

  const see = (changes: { port?: number; hostKeys?: readonly string[]; key?: string } = {}) =>
    seeMachine(
      (_node, signal) =>
        remoteShells({ privateKey: changes.key ?? dropbear.key }, { connectMilliseconds: 5_000 }).open(
          {
            host: '127.0.0.1',
            port: changes.port ?? dropbear.port,
            user: dropbear.user,
            hostKeys: changes.hostKeys ?? [dropbear.hostKeys.ed25519],
          },
          signal,
        ),
      node('lenovo1'),
    );
  const fingerprintOf = (line: string): string => {
    const pin = parseHostKey(line);
    if (pin?.kind !== 'key') throw new Error(`no key: ${line}`);
    return fingerprint(pin.blob);
  };

  test('it says what it is, in the words of its own kernel and lsblk', async () => {
    const view = await see();
    expect(view).toMatchObject({
      answers: true,
      bootId: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
    });
    if (findTool('lsblk') === undefined) return;
    const words = ['-b', '-d', '-n', '-l', '-o', 'PATH,SIZE,TYPE'];
    const disks = execFileSync('lsblk', words, { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim().split(/ +/))
      .filter(([path = '', size, type]) => type === 'disk' && Number(size) > 0 && !/zram/.test(path));
    expect(view.disks?.map(({ device, size }) => `${device} ${size}`)).toEqual(
      disks.map(([path, size]) => `${path} ${size}`).sort(),
    );
  });

  test('nothing listens there', async () => {
    const port = await freePort();
    expect(await see({ port })).toEqual({
      answers: false,
      problem: `cannot connect to ${dropbear.user}@127.0.0.1:${port}: the connection was refused: nothing listens there`,
    });
  });

  test('its key is another one: both fingerprints, and what to do', async () => {
    const shown = fingerprintOf(dropbear.hostKeys.ed25519);
    const expected = generateKey(dropbear.folder, 'other', ['-t', 'ed25519']).publicKey;
    const { answers, problem } = await see({ hostKeys: [expected] });
    expect(answers).toBe(false);
    expect(problem).toContain(
      `it shows the SSH host key ${shown}, and ${fingerprintOf(expected)} is expected`,
    );
    expect(problem).toContain('pilotlight known-hosts lenovo1.lab tells what the gate heard');
  });

  test('no key of it is known: its fingerprint, and why', async () => {
    const { answers, problem } = await see({ hostKeys: [] });
    expect(answers).toBe(false);
    expect(problem).toContain(
      `it shows the SSH host key ${fingerprintOf(dropbear.hostKeys.ed25519)}, and none is known of it`,
    );
  });

  test('it lets nobody in', async () => {
    const { privateKey } = generateKey(dropbear.folder, 'stranger', ['-t', 'ed25519']);
    const { answers, problem } = await see({ key: privateKey });
    expect(answers).toBe(false);
    expect(problem).toMatch(/lets none of these keys in: .*It takes: publickey$/);
  });
});

/** A shell that answers each question so; it counts how often it was closed. */
function shellThat(...answers: (() => string)[]): RemoteShell & { closed: number; reconnected: number } {
  return {
    name: 'core@lenovo1:22',
    closed: 0,
    reconnected: 0,
    async run() {
      const stdout = Buffer.from((answers.shift() ?? (() => 'end\n'))());
      return { status: 0, stdout, stderr: '' };
    },
    async reconnect() {
      this.reconnected += 1;
    },
    async close() {
      this.closed += 1;
    },
  };
}
const lose = (): string => {
  throw new ConnectionLost('the connection to core@lenovo1:22 is lost: not a byte for 20 s');
};

test('a connection that breaks once is made again; what breaks twice is told', async () => {
  const once = shellThat(lose);
  expect(await seeMachine(async () => once, node('lenovo1'))).toEqual({ answers: true });
  expect(once).toMatchObject({ reconnected: 1, closed: 1 });
  const twice = shellThat(lose, lose);
  expect(await seeMachine(async () => twice, node('lenovo1'))).toEqual({
    answers: false,
    problem: 'the connection to core@lenovo1:22 is lost: not a byte for 20 s',
  });
  expect(twice.closed).toBe(1);
});

test('of many, some are asked at a time; one that does not answer keeps no other from it', async () => {
  let now = 0;
  let most = 0;
  const nodes = Array.from({ length: 20 }, (_, index) => node(`n${index}`));
  const views = await seeMachines(
    async ({ name }) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      if (name === 'n7') throw new Failure('world', 'cannot connect.');
      if (name === 'n8')
        throw new HostKeyRefused('no', {
          next: 'x',
          shown: ['SHA256:a'],
          expected: ['SHA256:b', 'SHA256:c'],
        });
      return shellThat();
    },
    nodes,
    4,
  );
  expect(most).toBe(4);
  expect([...views.keys()]).toEqual(nodes.map(({ hostname }) => hostname));
  expect([...views.values()].filter(({ answers }) => answers)).toHaveLength(18);
  expect(views.get('n7.lab')).toEqual({ answers: false, problem: 'cannot connect' });
  expect(views.get('n8.lab')?.problem).toContain('SHA256:b or SHA256:c is expected');
});

test('an error that is a mistake of ours is no machine that does not answer', async () => {
  const shell = shellThat(() => {
    throw new TypeError('x is undefined');
  });
  await expect(seeMachines(async () => shell, [node('lenovo1')], 2)).rejects.toThrow(TypeError);
  expect(shell.closed).toBe(1);
});

test('it ends when it is aborted, with the reason', async () => {
  const stop = new AbortController();
  const shell = shellThat(() => {
    stop.abort(new Error('somebody pressed Ctrl-C'));
    return lose();
  });
  await expect(seeMachine(async () => shell, node('lenovo1'), { signal: stop.signal })).rejects.toThrow(
    'somebody pressed Ctrl-C',
  );
  expect(shell.closed).toBe(1);
});

test('a connection that fails because it is aborted is no machine that does not answer', async () => {
  const stop = new AbortController();
  const open = async (): Promise<never> => {
    stop.abort(new Error('somebody pressed Ctrl-C'));
    throw new Failure('world', 'cannot connect');
  };
  await expect(seeMachine(open, node('lenovo1'), { signal: stop.signal })).rejects.toThrow('Ctrl-C');
});
