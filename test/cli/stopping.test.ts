import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDirectoryStorage } from '../../src/adapters/storage/directory/openDirectoryStorage.ts';
import { ownerText } from '../../src/deploy/lock.ts';
import { pilotlight, root, useLab } from './pilotlight.ts';
import { useStandIns } from './standIns.ts';

useLab();

/** A program that runs, with what it says. */
function started(args: readonly string[]) {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, PILOTLIGHT_CACHE: resolve('.cache'), PILOTLIGHT_IMAGES: '.', GITHUB_ACTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let listening = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
      listening();
    });
  }
  return {
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    ended: new Promise<number | null>((done) => child.on('close', done)),
    said: () => said,
    /** Answers when it has said something. */
    until: (text: string) =>
      new Promise<void>((done, fail) => {
        listening = () => void (said.includes(text) && done());
        child.on('close', () => fail(new Error(`it ended without saying ${text}:\n${said}`)));
        listening();
      }),
  };
}

describe('a signal while a deploy waits for a lock', () => {
  beforeEach(() => {
    rmSync('storage', { recursive: true, force: true });
    mkdirSync('storage');
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it in an orderly way', async (signal, code) => {
    useStandIns();
    const storage = openDirectoryStorage(resolve('storage/pilotlight'));
    const owner = { token: 'theirs', command: 'deploy', who: 'ada@desk', host: 'desk', process: 1, since: 0 };
    expect(await storage.lock({ number: 1, token: 'theirs' }, ownerText(owner))).toBe(true);
    const program = join(root, 'src/cli/bin.ts');
    const run = started([program, 'deploy', '--to', 'storage', '--lock-timeout', '40s']);
    await run.until('waiting for deploy by ada@desk');
    run.kill(signal);
    expect(await run.ended).toBe(code);
    expect(run.said()).toContain('stopping… (once more ends at once)\n');
    expect(run.said()).toContain('✗ the run was stopped');
    await storage.unlock({ number: 1, token: 'theirs' });
    expect((await pilotlight(['deploy', '--to', 'storage'])).code).toBe(0);
  });

  test('without waiting, says who has the lock', async () => {
    useStandIns();
    const storage = openDirectoryStorage(resolve('storage/pilotlight'));
    const owner = { token: 't', command: 'deploy', who: 'a\u001b[2Jb', host: 'desk', process: 1, since: 0 };
    await storage.lock({ number: 1, token: 't' }, ownerText(owner));
    const held = await pilotlight(['deploy', '--to', 'storage']);
    expect(held.code).toBeGreaterThan(2);
    expect(held.stderr).toContain('a␛[2Jb');
    expect(held.stderr).not.toContain('\u001b');
    const status = await pilotlight(['status', '--to', 'storage', '--no-compare']);
    expect(status.stdout).toContain('lock: held by a␛[2Jb (deploy) since 1970-01-01 00:00:00 UTC');
    const taken = await pilotlight(['deploy', '--to', 'storage', '--lock-stale-after', '0s']);
    expect(taken.code).toBe(0);
  });
});

test('a second signal ends what does not stop, at once', async () => {
  const guard = join(root, 'src/cli/guard.ts');
  const script = `
    import { guardProcess } from ${JSON.stringify(guard)};
    const { stdout, stderr } = process;
    guardProcess({ stdout, stderr, environment: {} }).stoppable().addEventListener('abort', () => {});
    setInterval(() => {}, 1000);
    stdout.write('ready');`;
  const run = started(['--input-type=module', '--eval', script]);
  await run.until('ready');
  run.kill('SIGTERM');
  await run.until('stopping…');
  run.kill('SIGINT');
  expect(await run.ended).toBe(130);
});
