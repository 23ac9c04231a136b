import { describe, expect } from 'vitest';
import { type LockHandle, LockLost, type Storage } from '../../../../src/ports/storage.ts';
import {
  imageSet,
  locked,
  newHandle,
  noise,
  type OpenPlace,
  part,
  release,
  snapshot,
  source,
  stream,
  takeLock,
} from './place.ts';

const content = noise(1000);

/** Every operation that writes. */
const writes: Readonly<Record<string, (storage: Storage, handle: LockHandle) => Promise<unknown>>> = {
  unpack: (storage, handle) => storage.unpack(handle, release, stream({ 'boot.ipxe': 'other', new: 'new' })),
  append: (storage, handle) =>
    storage.append(handle, part(content), { offset: 3, length: 9 }, source(noise(50))),
  settle: (storage, handle) => storage.settle(handle, part(content), `${imageSet}/kernel`),
  seal: (storage, handle) => storage.seal(handle, release, 'other seal\n'),
  unseal: (storage, handle) => storage.unseal(handle, release),
  writeSlot: (storage, handle) => storage.writeSlot(handle, 1, 'other\n', 'slot a\n'),
  'remove a folder': (storage, handle) => storage.remove(handle, release),
  'remove an upload': (storage, handle) => storage.remove(handle, part(content)),
  note: (storage, handle) => storage.note(handle, 'other'),
};

/** Who has not the lock writes nothing. */
export function lostLockContract(open: OpenPlace): void {
  describe.each(Object.entries(writes))('%s', (_name, write) => {
    locked(open, 'writes nothing when the lock was lost, given back or never got', async (place, first) => {
      const { storage, root } = place;
      await storage.unpack(first, release, stream({ 'boot.ipxe': 'right' }));
      await storage.append(first, part(content), { offset: 0, length: 1000 }, source(content));
      await storage.seal(first, release, 'seal\n');
      await storage.writeSlot(first, 0, 'slot a\n', undefined);
      await storage.note(first, 'right');
      const other = await place.another();
      // Releasing first keeps what was uploaded: an owner that is gone writes no more.
      await storage.unlock(first);
      const before = await snapshot(root);
      await expect(write(storage, first)).rejects.toThrow(LockLost);
      const second = await takeLock(other, 2);
      await expect(write(storage, first)).rejects.toThrow(LockLost);
      await expect(write(storage, { number: 2, token: first.token })).rejects.toThrow(LockLost);
      await expect(write(storage, { number: 3, token: second.token })).rejects.toThrow(LockLost);
      await expect(write(storage, newHandle(2))).rejects.toThrow(LockLost);
      expect(await snapshot(root)).toEqual(before);
      await write(other, second);
      expect(await snapshot(root)).not.toEqual(before);
    });
  });
}
