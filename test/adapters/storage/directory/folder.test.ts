import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, symlink, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDirectoryStorage } from '../../../../src/adapters/storage/directory/openDirectoryStorage.ts';
import { StorageGone } from '../../../../src/ports/storage.ts';
import { sha256 } from '../../../../src/shared/digest.ts';
import { Failure } from '../../../../src/shared/failure.ts';
import {
  ask,
  imageSet,
  inPlace,
  locked,
  newHandle,
  noise,
  ownerOf,
  part,
  plant,
  release,
  releaseId,
  source,
  stream,
  takeLock,
} from '../contract/place.ts';
import { directoryPlace } from './place.ts';

describe('the root', () => {
  test('is made only in a folder that is there', async () => {
    const storage = openDirectoryStorage('/nowhere/to/be/found/pilotlight');
    expect(await ask(storage)).toMatchObject({ exists: false, mount: undefined, space: undefined });
    const handle = newHandle(1);
    const locking = storage.lock(handle, ownerOf(handle));
    await expect(locking).rejects.toThrow(/there is no folder \/nowhere\/to\/be\/found/);
    await expect(locking).rejects.toThrow(Failure);
  });

  inPlace(
    directoryPlace,
    'that went away between the survey and the lock is not made again',
    async (place) => {
      await takeLock(await place.another());
      await ask(place.storage);
      await rm(place.root, { recursive: true });
      const handle = newHandle(2);
      await expect(place.storage.lock(handle, ownerOf(handle))).rejects.toThrow(StorageGone);
    },
  );

  inPlace(directoryPlace, 'is not made in another folder than the one that was looked at', async (place) => {
    await ask(place.storage);
    const around = dirname(place.root);
    await rename(around, `${around}-unmounted`);
    await mkdir(around);
    try {
      const handle = newHandle(1);
      await expect(place.storage.lock(handle, ownerOf(handle))).rejects.toThrow(StorageGone);
    } finally {
      await rm(`${around}-unmounted`, { recursive: true });
    }
  });

  locked(directoryPlace, 'that another folder took the place of is not written to', async (place, handle) => {
    const { storage, root } = place;
    await rename(root, `${root}-unmounted`);
    await expect(storage.note(handle, 'no')).rejects.toThrow(StorageGone);
    const other = await place.another();
    await other.lock(handle, ownerOf(handle));
    await expect(storage.note(handle, 'no')).rejects.toThrow(StorageGone);
    await expect(storage.unpack(handle, release, stream({ one: '1' }))).rejects.toThrow(StorageGone);
    await ask(storage);
    await expect(storage.seal(handle, release, 'seal\n')).rejects.toThrow(StorageGone);
    expect((await ask(other)).journal).toEqual([]);
  });

  test('may be given through a link', async () => {
    const around = await mkdtemp(join(tmpdir(), 'pilotlight-storage-'));
    try {
      await mkdir(join(around, 'disk'));
      await symlink(join(around, 'disk'), join(around, 'usb'));
      const storage = openDirectoryStorage(join(around, 'usb/pilotlight'));
      await storage.note(await takeLock(storage), 'line');
      expect(await readFile(join(around, 'disk/pilotlight/state/journal'), 'utf8')).toBe('line\n');
    } finally {
      await rm(around, { recursive: true });
    }
  });
});

describe('modes', () => {
  inPlace(directoryPlace, 'are for all to read whatever the umask is', async ({ storage, root }) => {
    const before = process.umask(0o077);
    try {
      const handle = await takeLock(storage);
      await storage.unpack(handle, release, stream({ 'nodes/a': 'x' }));
      await storage.append(handle, part('x'), { offset: 0, length: 9 }, source(noise(9)));
      await storage.settle(handle, part('x'), `${imageSet}/kernel`);
      await storage.seal(handle, release, 'seal\n');
      await storage.writeSlot(handle, 0, 'pointer\n', undefined);
      await storage.note(handle, 'line');
    } finally {
      process.umask(before);
    }
    const mode = async (path: string) => (await stat(join(root, path))).mode & 0o777;
    for (const path of [
      `${release}/nodes/a`,
      `${release}/sealed`,
      `${imageSet}/kernel`,
      'state/current.a',
      'state/journal',
    ]) {
      expect(await mode(path), path).toBe(0o644);
    }
    for (const path of [
      '.',
      'releases',
      release,
      `${release}/nodes`,
      imageSet,
      'images/coreos',
      'images',
      'state',
    ]) {
      expect(await mode(path), path).toBe(0o755);
    }
  });

  locked(
    directoryPlace,
    'of a file that was made unreadable are mended',
    async ({ storage, root }, handle) => {
      await plant(root, `${release}/boot.ipxe`, 'x');
      await chmod(join(root, release, 'boot.ipxe'), 0);
      await storage.unpack(handle, release, stream({ 'boot.ipxe': 'new' }));
      expect((await stat(join(root, release, 'boot.ipxe'))).mode & 0o777).toBe(0o644);
    },
  );
});

describe('mismatches', () => {
  locked(
    directoryPlace,
    'tells bytes as they are read, and stops when it is told to',
    async ({ storage, root }) => {
      const big = noise(3_000_000);
      await plant(root, `${imageSet}/big`, big);
      await plant(root, `${imageSet}/small`, 'small');
      const expected = new Map([
        ['big', sha256(big)],
        ['small', sha256('small')],
      ]);
      let told = 0;
      const onBytes = (bytes: number) => {
        told += bytes;
      };
      expect(await storage.mismatches(imageSet, expected, { onBytes })).toEqual([]);
      expect(told).toBe(3_000_005);
      const controller = new AbortController();
      const stopping = { signal: controller.signal, onBytes: () => controller.abort() };
      await expect(storage.mismatches(imageSet, expected, stopping)).rejects.toThrow(/abort/);
    },
  );

  locked(directoryPlace, 'does not begin when it was told to stop', async ({ storage, root }) => {
    await plant(root, `${imageSet}/small`, 'small');
    const asked = storage.mismatches(imageSet, new Map([['small', sha256('small')]]), {
      signal: AbortSignal.abort(),
    });
    await expect(asked).rejects.toThrow(/abort/);
  });
});

describe('what goes wrong', () => {
  locked(
    directoryPlace,
    'with the source of an upload is no fault of the storage',
    async ({ storage }, handle) => {
      const error = Object.assign(new Error('the disk here'), { code: 'EIO', syscall: 'read' });
      const slice = { offset: 0, length: 9 };
      const failing = () => ({
        [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }),
      });
      await expect(storage.append(handle, part('x'), slice, failing)).rejects.toBe(error);
      const files = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }) };
      await expect(storage.unpack(handle, release, files)).rejects.toBe(error);
    },
  );

  inPlace(directoryPlace, 'is said in words', async ({ storage, root }) => {
    await plant(root, 'releases', 'a file in the place of a folder');
    const handle = newHandle(1);
    const locking = storage.lock(handle, ownerOf(handle));
    await expect(locking).rejects.toThrow(Failure);
    await expect(locking).rejects.toThrow(/cannot take the lock in .*: /);
  });
});

describe('a text that is far too large', () => {
  locked(directoryPlace, 'is no text of ours, and keeps nothing from being read', async (place, handle) => {
    const { storage, root } = place;
    await plant(root, `${release}/manifest.json`, '');
    await truncate(join(root, release, 'manifest.json'), 3 * 1024 ** 3);
    await storage.writeSlot(handle, 0, `pilotlight-pointer 1 1 ${releaseId} - x\n`, undefined);
    expect((await ask(storage)).folders).toEqual([{ path: release, seal: undefined }]);
    expect((await storage.read(`${release}/manifest.json`))?.length).toBeLessThan(3 * 1024 ** 3);
  });
});
