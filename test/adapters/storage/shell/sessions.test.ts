import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openShellStorage } from '../../../../src/adapters/storage/shell/openShellStorage.ts';
import type { RemoteShell } from '../../../../src/ports/remoteShell.ts';
import { LockLost } from '../../../../src/ports/storage.ts';
import { ask, noise, part, release, source, stream, takeLock } from '../contract/place.ts';
import { localShell } from './localShell.ts';
import { type ShellPlace, withEachShell } from './shells.ts';

const bytes = noise(100_000);
const upload = part(bytes);
const slice = { offset: 0, length: 1_000_000 };

/** A source that says when its first piece is on its way, and never ends. */
function endless<T>(piece: T): { readonly begun: Promise<void>; pieces(): AsyncIterable<T> } {
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  async function* pieces(): AsyncIterable<T> {
    yield piece;
    begin();
    await new Promise(() => {});
  }
  return { begun, pieces };
}

function open({ kind, folder }: ShellPlace, shell: RemoteShell = localShell(kind)) {
  return openShellStorage(shell, { storage: folder, mount: 'any' });
}

/** The process that works for the owner of a lock. */
async function signed(root: string, lock: number): Promise<number> {
  return Number((await readFile(await sessionFile(root, lock), 'utf8')).split(' ')[0]);
}

/** The file that the latest command signed. */
async function sessionFile(root: string, lock: number): Promise<string> {
  const files = ['session.0', 'session.1'].map((name) => join(root, `state/lock.${lock}`, name));
  const turns = await Promise.all(
    files.map(async (file) => Number((await readFile(file, 'utf8')).split(' ')[5])),
  );
  return files[(turns[0] || 0) > (turns[1] || 0) ? 0 : 1] ?? '';
}

/** Whether a process is there, and did not end: one that ended may wait for its parent. */
function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

/** Waits until an upload has some bytes: its writer is at work. */
async function written(path: string): Promise<void> {
  for (;;) {
    const size = await readFile(path).then(
      (content) => content.length,
      () => 0,
    );
    if (size > 0) return;
  }
}

withEachShell('who takes the lock over ends what its owner has running', async (place) => {
  const { storage, root } = place;
  const handle = await takeLock(storage);
  const { begun, pieces } = endless(bytes);
  const appended = expect(storage.append(handle, upload, slice, pieces)).rejects.toThrow(LockLost);
  await begun;
  await written(join(root, upload));
  const writer = await signed(root, 1);
  expect(isRunning(writer)).toBe(true);
  await takeLock(open(place), 2);
  await appended;
  expect(isRunning(writer)).toBe(false);
});

withEachShell('what a command started ends with it', async (place) => {
  const { storage, root } = place;
  const handle = await takeLock(storage);
  const { begun, pieces } = endless({ path: 'nodes/one', bytes: noise(300_000) });
  const unpacked = expect(storage.unpack(handle, release, pieces())).rejects.toThrow(LockLost);
  await begun;
  await written(join(root, release, 'nodes/one'));
  const children = await readFile(
    `/proc/${await signed(root, 1)}/task/${await signed(root, 1)}/children`,
    'utf8',
  );
  const tar = Number(children.trim());
  expect(isRunning(tar)).toBe(true);
  // So that the end of its input, which comes with the end of its parent, does not end it.
  process.kill(tar, 'SIGSTOP');
  await takeLock(open(place), 2);
  expect(isRunning(tar)).toBe(false);
  await unpacked;
});

withEachShell('a run ends its own command whose connection broke, before it writes again', async (place) => {
  const { storage, root } = place;
  const handle = await takeLock(storage);
  const controller = new AbortController();
  const { begun, pieces } = endless(bytes);
  // Nothing is said to the command: it waits for more, and would write it.
  const left = storage.append(handle, upload, slice, pieces, { signal: controller.signal });
  await begun;
  await written(join(root, upload));
  const writer = await signed(root, 1);
  controller.abort();
  await expect(left).rejects.toThrow();
  expect(isRunning(writer)).toBe(true);
  expect(await storage.partSize(handle, upload)).toBeLessThanOrEqual(bytes.length);
  expect(isRunning(writer)).toBe(false);
  await storage.append(handle, upload, { offset: 10, length: 20 }, source(bytes));
  expect(await storage.partSize(handle, upload)).toBe(30);
});

withEachShell('a command that arrives late, after a later one, does nothing', async (place) => {
  const { shell, storage, root } = place;
  const handle = await takeLock(storage);
  let late = async (): Promise<number> => -1;
  const holding: RemoteShell = {
    ...shell,
    run: async (...command) => {
      late = async () => (await shell.run(...command)).status;
      throw new Error('held back');
    },
  };
  await expect(open(place, holding).unpack(handle, release, stream({ one: 'late' }))).rejects.toThrow(
    'held back',
  );
  await storage.unpack(handle, release, stream({ one: 'now' }));
  expect(await late()).toBe(90);
  expect(await readFile(join(root, release, 'one'), 'utf8')).toBe('now');
  await storage.note(handle, 'I still may write');
});

withEachShell('no other process is ended, whatever the lock says', async (place) => {
  const { storage, root } = place;
  await takeLock(storage);
  const boot = (await ask(storage)).system.bootId;
  await mkdir(join(root, 'elsewhere'));
  const others = [
    { cwd: root, start: 1, boot },
    { cwd: root, start: 0, boot: 'another-boot' },
    { cwd: join(root, 'elsewhere'), start: 0, boot },
  ];
  for (const [index, { cwd, start, boot: at }] of others.entries()) {
    const other = await sleeper(cwd);
    const { started } = await startOf(other);
    const line = `${other.pid} ${started + start} 1 1 ${at} 1\n`;
    await writeFile(join(root, `state/lock.${index + 1}/session.0`), line);
    await takeLock(storage, index + 2);
    expect(isRunning(other.pid ?? 0)).toBe(true);
    other.kill('SIGKILL');
  }
  const right = await sleeper(root);
  const { started } = await startOf(right);
  await writeFile(join(root, 'state/lock.4/session.1'), `${right.pid} ${started} 1 1 ${boot} 1\n`);
  const closed = once(right, 'close');
  await takeLock(storage, 5);
  expect(await closed).toEqual([null, 'SIGKILL']);
});

withEachShell('a survey knows whether the connection of the owner is still there', async (place) => {
  const { storage, root } = place;
  await takeLock(storage);
  // The process that runs the tests is in the place of the router's SSH server.
  expect((await ask(storage)).lock?.connected).toBe(true);
  const session = await sessionFile(root, 1);
  const [pid, start, connection, since, ...rest] = (await readFile(session, 'utf8')).split(' ');
  await writeFile(session, [pid, start, connection, Number(since) + 1, ...rest].join(' '));
  expect((await ask(storage)).lock?.connected).toBe(false);
  await writeFile(session, 'garbage\n');
  expect((await ask(storage)).lock?.connected).toBeUndefined();
});

async function sleeper(cwd: string): Promise<ChildProcess> {
  const child = spawn('sleep', ['1000'], { cwd, stdio: 'ignore', detached: true });
  await once(child, 'spawn');
  return child;
}

async function startOf({ pid }: ChildProcess): Promise<{ started: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return { started: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]) };
}
