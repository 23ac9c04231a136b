import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPower } from '../../../src/adapters/power/openPower.ts';
import type { PowerControl } from '../../../src/ports/power.ts';
import { failure, machine, testTools } from './tools.ts';

const secret = 'correct horse "$(x)"';
let folder: string;
let program: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-command-'));
  program = join(folder, 'power');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The program, and a method that runs it. */
function power(script: string, settings: object): PowerControl {
  writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return openPower(
    { method: 'command', settings: { ...settings } },
    machine,
    testTools({ secrets: { PLUG: secret } }),
    { PATH: process.env.PATH ?? '', HOME: '/root', PILOTLIGHT_SSH_KEY: 'private', AWS_SECRET: 'private' },
  );
}

const noting = (): string =>
  `{ for each in "$@"; do printf '<%s>' "$each"; done; echo; env | sort; } >>'${folder}/noted'`;
const noted = (): string => readFileSync(join(folder, 'noted'), 'utf8');

test('a program gets its arguments as they are, what it is about, and none of our secrets', async () => {
  const words = [program, 'on', '$(touch x); "a b"', ''];
  const control = power(noting(), {
    on: words,
    environment: { PLUG_PASSWORD: { secret: 'PLUG' }, PLUG: 'one' },
  });
  await control.cycle();
  const [parameters, ...environment] = noted().trim().split('\n');
  expect(parameters).toBe('<on><$(touch x); "a b"><>');
  expect(environment.filter((line) => !/^(PWD|SHLVL|OLDPWD|_|PATH)=/.test(line))).toEqual([
    'HOME=/root',
    'PILOTLIGHT_ACTION=on',
    'PILOTLIGHT_ADDRESS=192.168.26.11',
    'PILOTLIGHT_HOSTNAME=node1.example.org',
    'PILOTLIGHT_MACS=98:fa:9b:1c:2d:01 98:fa:9b:1c:2d:02',
    'PLUG=one',
    `PLUG_PASSWORD=${secret}`,
  ]);
});

test('what it prints tells the state', async () => {
  const control = power('cat "$0.state"', { cycle: [program], status: [program] });
  for (const [printed, state] of [
    ['on\n', 'on'],
    [' OFF ', 'off'],
    ['on off', 'unknown'],
  ]) {
    writeFileSync(`${program}.state`, printed ?? '');
    expect(await control.state()).toBe(state);
  }
  expect((await control.probe()).detail).toBe('the power is unknown');
});

test('the network is chosen by a program where there is one', async () => {
  const control = power(noting(), { on: [program], bootNetwork: [program, 'pxe'] });
  expect(await control.bootNetworkOnce()).toMatchObject({ by: 'once' });
  expect(noted()).toContain('PILOTLIGHT_ACTION=bootNetwork');
});

test('a failure says what the program said last, without a secret', async () => {
  const control = power('echo "first"; echo "login with $P failed" >&2; exit 7', {
    on: [program],
    environment: { P: { secret: 'PLUG' } },
  });
  expect((await failure(control.cycle())).message).toBe(
    `node1.example.org: ${program} (on) ended with 7: login with *** failed`,
  );
});

test.each<[string, string[], RegExp]>([
  ['is not there', ['/nowhere/power'], /cannot be started: no such file or folder/],
  ['may not be run', ['/etc/passwd'], /cannot be started: permission denied/],
])('a program that %s is named', async (_name, words, expected) => {
  const control = power('', { on: words, status: words });
  expect((await failure(control.cycle())).message).toMatch(expected);
  expect((await control.probe()).usable).toBe(false);
});

test('a program that does not end is ended, with what it started', async () => {
  const control = power(`sleep 600 & echo $! >'${folder}/pid'; wait`, { on: [program], timeoutSeconds: 1 });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const ended = failure(control.cycle());
  const started = () => existsSync(join(folder, 'pid')) && readFileSync(join(folder, 'pid'), 'utf8') !== '';
  while (!started()) await setImmediate();
  vi.advanceTimersByTime(1000);
  vi.useRealTimers();
  expect((await ended).message).toContain('did not end within 1 s, and was killed');
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  await expect.poll(() => stateOf(pid), { timeout: 60_000 }).toMatch(/^[ZX]?$/);
});

test('a program is ended when nobody waits for it any more', async () => {
  const control = power('exec sleep 600', { on: [program] });
  const controller = new AbortController();
  const running = control.cycle(controller.signal);
  controller.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
});

test('a program that dies is said to', async () => {
  const control = power('kill -TERM $$', { on: [program] });
  expect((await failure(control.cycle())).message).toContain('was ended by SIGTERM');
});

/** How the kernel sees a process: a letter; empty where there is none. */
function stateOf(pid: number): string {
  try {
    return / ([A-Z]) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}
