import { posix } from 'node:path';
import type { LockHandle, Storage } from '../../../ports/storage.ts';
import { longestText, storagePathKind } from '../../../shared/storageLayout.ts';
import { removeAll, syncFolderIfThere } from './disk.ts';
import { inWords } from './errors.ts';
import { putSeal, removeFolder, takeSeal } from './folders.ts';
import { mismatchesIn } from './hashes.ts';
import { addToJournal } from './journal.ts';
import { giveBack, keepLock, takeLock } from './lock.ts';
import { readText } from './readText.ts';
import { requireContent, requirePath, requireReadable } from './requirePath.ts';
import { Root } from './root.ts';
import { putSlot } from './slots.ts';
import { sizeOf, surveyRoot } from './survey.ts';
import { unpackInto } from './unpack.ts';
import { appendTo, settleAs } from './upload.ts';

/**
 * A storage in a folder of this machine: a runner on the machine that serves HTTP, or a share that is mounted here.
 *
 * @param folder the root folder itself; it is made when it is not there, the folder around it is not
 */
export function openDirectoryStorage(folder: string): Storage {
  const root = new Root(folder);

  /** Every write: the storage is where it was, the lock is ours, and what goes wrong is said in words. */
  const write = <T>(
    handle: LockHandle,
    what: string,
    act: (keep: () => Promise<void>) => Promise<T>,
  ): Promise<T> =>
    inWords(`cannot write ${what} in ${root.path}`, async () => {
      const keep = () => keepLock(root, handle);
      await keep();
      try {
        return await act(keep);
      } catch (error) {
        // What is not found any more may be the whole storage: that is what has to be said then.
        if ((error as { code?: unknown }).code === 'ENOENT') await keep();
        throw error;
      }
    });
  const ask = <T>(what: string, act: () => Promise<T>): Promise<T> =>
    inWords(`cannot read ${what} in ${root.path}`, act);

  return {
    name: root.path,
    survey: (question) => ask('what is there', () => surveyRoot(root, question)),
    lock: (handle, owner) =>
      inWords(`cannot take the lock in ${root.path}`, () => takeLock(root, handle, owner)),
    unlock: (handle) => inWords(`cannot give the lock back in ${root.path}`, () => giveBack(root, handle)),

    unpack: async (handle, target, files, options = {}) => {
      requirePath(target, 'folder', 'served', 'reimage');
      await write(handle, target, (keep) => unpackInto(root, target, files, keep, options));
    },
    partSize: async (_handle, part) => {
      requirePath(part, 'part');
      return ask(part, async () => sizeOf(await root.inside(part)) ?? 0);
    },
    append: async (handle, part, from, bytes, options = {}) => {
      requirePath(part, 'part');
      await write(handle, part, (keep) => appendTo(root, part, from, bytes, keep, options));
    },
    settle: async (handle, part, path) => {
      requirePath(part, 'part');
      requirePath(path, 'file');
      await write(handle, path, () => settleAs(root, part, path));
    },
    mismatches: async (target, expected, options = {}) => {
      requireContent(target, expected.keys());
      return ask(target, () => mismatchesIn(root, target, expected, options));
    },
    sizes: async (target, paths) => {
      requireContent(target, paths);
      return ask(target, async () => {
        const sizes = new Map<string, number>();
        for (const path of paths) {
          const size = sizeOf(await root.inside(`${target}/${path}`));
          if (size !== undefined) sizes.set(path, size);
        }
        return sizes;
      });
    },
    read: async (path) => {
      requireReadable(path);
      return ask(path, async () => readText(await root.inside(path), longestText));
    },

    seal: async (handle, target, text) => {
      requirePath(target, 'folder');
      await write(handle, target, () => putSeal(root, target, text));
    },
    unseal: async (handle, target) => {
      requirePath(target, 'folder');
      await write(handle, target, () => takeSeal(root, target));
    },
    writeSlot: (handle, slot, text, expectedOther) =>
      write(handle, 'the pointer', () => putSlot(root, slot, text, expectedOther)),
    remove: async (handle, path) => {
      requirePath(path, 'folder', 'part', 'arming');
      await write(handle, path, async () => {
        const absolute = await root.inside(path);
        if (storagePathKind(path) === 'folder') await removeFolder(root, path);
        else await removeAll(absolute);
        await syncFolderIfThere(root.at(posix.dirname(path)));
      });
    },
    note: (handle, line) => write(handle, 'the journal', () => addToJournal(root, line)),

    reconnect: async () => {},
    close: async () => {},
  };
}
