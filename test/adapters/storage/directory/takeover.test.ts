import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { LockLost } from '../../../../src/ports/storage.ts';
import { ask, inPlace, noise, type Place, part, plant, source, takeLock } from '../contract/place.ts';
import { directoryPlace } from './place.ts';

const content = noise(100_000);
const upload = part(content);
const whole = { offset: 0, length: content.length };
const otherBoot = '00000000-1111-2222-3333-444444444444';

/** Changes words of what the lock says of its owner's process. */
async function rewrite(
  root: string,
  file: 'session' | 'beat',
  change: (words: string[]) => void,
): Promise<void> {
  const path = join(root, 'state/lock.1', file);
  const words = (await readFile(path, 'utf8')).trimEnd().split(' ');
  change(words);
  await writeFile(path, `${words.join(' ')}\n`);
}

const uploadsAfterTakeover = async ({ storage, another }: Place) => {
  const other = await another();
  await takeLock(other, 2);
  return (await ask(storage)).parts.length;
};

async function uploaded({ storage }: Place): Promise<void> {
  const handle = await takeLock(storage);
  await storage.append(handle, upload, whole, source(content));
}

/** The id of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  return child.pid ?? 0;
}

describe('whose owner', () => {
  inPlace(
    directoryPlace,
    'lives is connected, and its uploads are dropped when the lock is taken over',
    async (place) => {
      await uploaded(place);
      expect((await ask(place.storage)).lock?.connected).toBe(true);
      expect(await uploadsAfterTakeover(place)).toBe(0);
    },
  );

  inPlace(directoryPlace, 'has ended is not connected, and its uploads are kept', async (place) => {
    await uploaded(place);
    const id = await endedProcess();
    await rewrite(place.root, 'session', (words) => words.splice(0, 1, `${id}`));
    expect((await ask(place.storage)).lock?.connected).toBe(false);
    expect(await uploadsAfterTakeover(place)).toBe(1);
  });

  inPlace(directoryPlace, 'has an id that another process has by now is not connected', async (place) => {
    await uploaded(place);
    await rewrite(place.root, 'session', (words) => words.splice(1, 1, '1'));
    expect((await ask(place.storage)).lock?.connected).toBe(false);
  });

  inPlace(directoryPlace, 'is in another container cannot be told of', async (place) => {
    await uploaded(place);
    await rewrite(place.root, 'session', (words) => words.splice(6, 1, '4026530000'));
    expect((await ask(place.storage)).lock?.connected).toBeUndefined();
    expect(await uploadsAfterTakeover(place)).toBe(0);
  });

  inPlace(
    directoryPlace,
    'ran before this machine was started anew is told by its boot id',
    async (place) => {
      await uploaded(place);
      await rewrite(place.root, 'beat', (words) => words.splice(1, 1, otherBoot));
      expect((await ask(place.storage)).lock).toMatchObject({
        beat: { bootId: otherBoot },
        connected: undefined,
      });
      expect(await uploadsAfterTakeover(place)).toBe(1);
    },
  );

  inPlace(directoryPlace, 'is on another machine is heard of by the time of its file', async (place) => {
    await uploaded(place);
    await rewrite(place.root, 'session', (words) => words.splice(7, 1, 'another-machine'));
    await rewrite(place.root, 'beat', (words) => words.splice(0, 2, '5.5', otherBoot));
    const beat = join(place.root, 'state/lock.1/beat');
    const quiet = async (seconds: number) => {
      const time = Date.now() / 1000 - seconds;
      await utimes(beat, time, time);
      const { lock, system } = await ask(place.storage);
      return {
        same: lock?.beat?.bootId === system.bootId,
        seconds: system.uptime - (lock?.beat?.uptime ?? 0),
      };
    };
    for (const seconds of [0, 100, 1000]) {
      const told = await quiet(seconds);
      expect(told.same).toBe(true);
      expect(Math.abs(told.seconds - seconds)).toBeLessThan(10);
    }
    expect((await quiet(-100)).same).toBe(true);
    expect((await quiet(-100_000)).same).toBe(false);
    expect(await uploadsAfterTakeover(place)).toBe(0);
  });

  inPlace(directoryPlace, 'is a shell, as over SSH, is understood', async ({ storage, root }) => {
    await plant(root, 'state/lock.4/owner', 'somebody\n');
    const bootId = (await ask(storage)).system.bootId;
    await plant(root, 'state/lock.4/beat', `12.5 ${bootId}`.padEnd(79).concat('\n'));
    await plant(root, 'state/lock.4/session', `1 5 1 5 ${bootId}`.padEnd(119).concat('\n'));
    expect((await ask(storage)).lock).toMatchObject({
      number: 4,
      beat: { uptime: 12.5, bootId },
      connected: undefined,
    });
  });
});

describe('a writer that does not know yet that it lost the lock', () => {
  inPlace(
    directoryPlace,
    'soon stops, and reaches nothing that the next one has',
    async ({ storage, another, root }) => {
      const handle = await takeLock(storage);
      const other = await another();
      const chunk = noise(1024 * 1024);
      let given = 0;
      const endless = async function* () {
        for (;;) {
          given += 1;
          if (given === 3) {
            const next = await takeLock(other, 2);
            await other.append(next, upload, { offset: 0, length: 1000 }, source(content));
          }
          yield chunk;
        }
      };
      const slice = { offset: 0, length: Number.MAX_SAFE_INTEGER };
      await expect(storage.append(handle, upload, slice, endless)).rejects.toThrow(LockLost);
      expect(given).toBeLessThan(10);
      expect((await readFile(join(root, upload))).equals(content.subarray(0, 1000))).toBe(true);
    },
  );

  inPlace(directoryPlace, 'soon stops to unpack', async ({ storage, another }) => {
    const handle = await takeLock(storage);
    const other = await another();
    let given = 0;
    const endless = async function* () {
      for (;;) {
        given += 1;
        if (given === 3) await takeLock(other, 2);
        yield { path: `file-${given}`, bytes: Buffer.from('x') };
      }
    };
    const set = 'k3s/v1';
    await expect(storage.unpack(handle, set, endless())).rejects.toThrow(LockLost);
    expect(given).toBeLessThan(1000);
  });
});
