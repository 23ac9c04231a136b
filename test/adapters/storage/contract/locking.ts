import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { LockHandle, Storage } from '../../../../src/ports/storage.ts';
import { LockLost } from '../../../../src/ports/storage.ts';
import { ask, inPlace, newHandle, type OpenPlace, ownerOf, plant, takeLock } from './place.ts';

/** Who may write. */
export function lockContract(open: OpenPlace): void {
  describe('lock', () => {
    inPlace(open, 'makes the root, and says who has it', async ({ storage }) => {
      const handle = await takeLock(storage);
      const { exists, lock, system } = await ask(storage);
      expect(exists).toBe(true);
      expect(lock).toMatchObject({ number: 1, owner: ownerOf(handle) });
      expect(lock?.beat?.bootId).toBe(system.bootId);
      expect(lock?.beat?.uptime).toBeLessThanOrEqual(system.uptime);
      expect(lock?.connected).not.toBe(false);
      await storage.note(handle, 'I may write');
    });

    inPlace(open, 'said twice is the same lock', async ({ storage }) => {
      const handle = newHandle(1);
      expect(await storage.lock(handle, ownerOf(handle))).toBe(true);
      expect(await storage.lock(handle, ownerOf(handle))).toBe(true);
      await storage.note(handle, 'I may write');
    });

    inPlace(open, 'is refused when it has that number, or a higher one', async ({ storage, another }) => {
      const first = await takeLock(storage, 5);
      const other = await another();
      for (const number of [5, 4, 1]) {
        const handle = newHandle(number);
        expect(await other.lock(handle, ownerOf(handle))).toBe(false);
        await expect(other.note(handle, 'no')).rejects.toThrow(LockLost);
      }
      expect((await ask(other)).lock).toMatchObject({ number: 5, owner: ownerOf(first) });
      await storage.note(first, 'I may write');
    });

    inPlace(open, 'with a higher number takes it from its owner', async ({ storage, another, root }) => {
      const first = await takeLock(storage, 1);
      const other = await another();
      const second = await takeLock(other, 2);
      await expect(storage.note(first, 'no')).rejects.toThrow(LockLost);
      await other.note(second, 'yes');
      expect((await ask(storage)).lock).toMatchObject({ number: 2, owner: ownerOf(second) });
      expect(await lockFolders(root)).toEqual(['lock.2']);
    });

    inPlace(
      open,
      'is lost as soon as there is a higher number, whoever has that',
      async ({ storage, root }) => {
        const handle = await takeLock(storage, 1);
        await plant(root, 'state/lock.2/owner', 'somebody\n');
        await expect(storage.note(handle, 'no')).rejects.toThrow(LockLost);
        expect(await storage.lock(handle, ownerOf(handle))).toBe(false);
      },
    );

    inPlace(open, 'that was given back is nobody’s, and keeps its number', async ({ storage, another }) => {
      const first = await takeLock(storage, 3);
      await storage.unlock(first);
      expect((await ask(storage)).lock).toMatchObject({ number: 3, owner: '' });
      const again = newHandle(3);
      const other = await another();
      expect(await other.lock(again, ownerOf(again))).toBe(false);
      await takeLock(other, 4);
    });

    inPlace(
      open,
      'is given back once; twice, or when it was lost, nothing happens',
      async ({ storage, another }) => {
        const first = await takeLock(storage, 1);
        await storage.unlock(first);
        await storage.unlock(first);
        const other = await another();
        const second = await takeLock(other, 2);
        await storage.unlock(first);
        await storage.unlock({ number: 2, token: first.token });
        await other.note(second, 'still mine');
      },
    );

    inPlace(open, 'that was given back by another process with the same handle is free', async (place) => {
      const handle = await takeLock(place.storage, 1);
      const other = await place.another();
      await other.unlock(handle);
      expect((await ask(other)).lock).toMatchObject({ number: 1, owner: '' });
      await expect(place.storage.note(handle, 'no')).rejects.toThrow(LockLost);
    });

    inPlace(
      open,
      'of a number whose folder was removed meanwhile is not got',
      async ({ storage, another, root }) => {
        const other = await another();
        for (const number of [1, 2, 3]) await other.unlock(await takeLock(other, number));
        const late = newHandle(2);
        expect(await storage.lock(late, ownerOf(late))).toBe(false);
        expect(await lockFolders(root)).toEqual(['lock.3']);
      },
    );

    inPlace(open, 'goes to one of many who want the same number at once', async (place) => {
      const lockers = await many(place.another, 6);
      for (const number of [1, 2, 3]) {
        const handles = lockers.map(() => newHandle(number));
        const won = await race(lockers, handles);
        expect(won.filter(Boolean)).toHaveLength(1);
        const winner = handles[won.indexOf(true)];
        expect((await ask(place.storage)).lock?.owner).toBe(winner && ownerOf(winner));
      }
    });

    inPlace(open, 'goes to one of many who want numbers at once', async (place) => {
      const lockers = await many(place.another, 6);
      const handles = lockers.map((_, index) => newHandle(1 + (index % 3)));
      const won = await race(lockers, handles);
      const writers = await Promise.all(
        lockers.map((storage, index) => mayWrite(storage, handles[index] ?? newHandle(0))),
      );
      expect(writers.filter(Boolean)).toHaveLength(1);
      expect(won[writers.indexOf(true)]).toBe(true);
    });

    inPlace(open, 'outlives what a crash may leave', async ({ storage, root }) => {
      await plant(root, 'state/lock.tmp.0123/owner', 'half');
      await mkdir(join(root, 'state/lock.4'), { recursive: true });
      expect((await ask(storage)).lock?.number).toBe(4);
      const handle = await takeLock(storage, 5);
      await storage.note(handle, 'I may write');
      expect(await lockFolders(root)).toEqual(['lock.5']);
    });

    inPlace(
      open,
      'whose owner was lost is still somebody’s, until a higher number is taken',
      async (place) => {
        const { storage, root } = place;
        await takeLock(storage, 1);
        await plant(root, 'state/lock.1/owner', 'garbage\n');
        expect((await ask(storage)).lock).toMatchObject({ number: 1, owner: 'garbage\n' });
        const other = await place.another();
        await other.note(await takeLock(other, 2), 'I may write');
      },
    );
  });
}

/** Names of what begins with `lock.`. */
async function lockFolders(root: string): Promise<string[]> {
  return (await readdir(join(root, 'state'))).filter((name) => name.startsWith('lock.')).sort();
}

async function many(another: () => Promise<Storage>, count: number): Promise<Storage[]> {
  return Promise.all(Array.from({ length: count }, another));
}

async function race(lockers: readonly Storage[], handles: readonly LockHandle[]): Promise<boolean[]> {
  return Promise.all(
    handles.map(async (handle, index) => (await lockers[index]?.lock(handle, ownerOf(handle))) === true),
  );
}

async function mayWrite(storage: Storage, handle: LockHandle): Promise<boolean> {
  try {
    await storage.note(handle, 'I may write');
    return true;
  } catch (error) {
    if (error instanceof LockLost) return false;
    throw error;
  }
}
