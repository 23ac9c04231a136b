import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LockHandle, LockLost } from '../../../ports/storage.ts';
import { Failure } from '../../../shared/failure.ts';
import {
  coreosFolder,
  incomingFolder,
  k3sFolder,
  lockDraftPrefix,
  lockFiles,
  lockFolder,
  releasesFolder,
  stateFolder,
} from '../../../shared/storageLayout.ts';
import { allowAll, fileMode, folderMode, hasCode, makeFolder, removeAll } from './disk.ts';
import {
  isReleased,
  lockDrafts,
  lockNumbers,
  lockText,
  mayStillWrite,
  thisBeat,
  thisSession,
} from './lockFolders.ts';
import type { Root } from './root.ts';

/** Folders that a storage has from the start. */
const folders = [releasesFolder, 'images', coreosFolder, k3sFolder, incomingFolder, stateFolder] as const;

/** Takes the lock: see the port. The root is made where it is not there. */
export async function takeLock(root: Root, handle: LockHandle, owner: string): Promise<boolean> {
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(handle.token) || !Number.isSafeInteger(handle.number)) {
    throw new Failure('refused', 'a lock needs a token of letters and digits, and a number');
  }
  await root.make();
  for (const folder of folders) await makeFolder(root.at(folder));
  if (!isHeld(root, handle)) {
    if ((lockNumbers(root)[0] ?? -1) >= handle.number) return false;
    if (!(await tryTake(root, handle, owner))) return false;
  }
  await endOthers(root, handle);
  return isHeld(root, handle);
}

/** The folder gets its name only when it has everything in it, and a name is only ever given once. */
async function tryTake(root: Root, handle: LockHandle, owner: string): Promise<boolean> {
  const draft = root.at(`${lockDraftPrefix}${handle.token}`);
  const folder = root.at(lockFolder(handle.number));
  try {
    await removeAll(draft);
    await mkdir(draft);
    await allowAll(draft, folderMode);
    for (const [name, text] of [
      [lockFiles.owner, owner],
      [lockFiles.beat, thisBeat()],
      [lockFiles.session, thisSession()],
    ] as const) {
      await writeFile(join(draft, name), text);
      await allowAll(join(draft, name), fileMode);
    }
    await rename(draft, folder);
  } catch (error) {
    await removeAll(draft);
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR')) throw error;
    // Somebody was faster: has that name, or removed the drafts of others. Or the storage went away.
    await root.check();
    return false;
  }
  // The number may have been given before, and its folder removed by one that has a higher one.
  if (lockNumbers(root)[0] === handle.number) return true;
  await takeAway(root, lockFolder(handle.number));
  return false;
}

/** Removes locks with lower numbers, and what their owners might still write into. */
async function endOthers(root: Root, { number }: LockHandle): Promise<void> {
  const lower = lockNumbers(root).filter((other) => other < number);
  if (lower.some((other) => mayStillWrite(root, other))) {
    for (const name of await readdir(root.at(incomingFolder))) {
      await removeAll(root.at(`${incomingFolder}/${name}`));
    }
  }
  for (const other of lower) await takeAway(root, lockFolder(other));
  for (const draft of lockDrafts(root)) await takeAway(root, draft);
}

/** Removes a lock or a draft at once: nobody may see, or name, half of one. */
async function takeAway(root: Root, path: string): Promise<void> {
  const aside = root.at(`${lockDraftPrefix}${randomUUID()}`);
  try {
    await rename(root.at(path), aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  await removeAll(aside);
}

/** Gives the lock back; nothing when it is not ours any more. */
export async function giveBack(root: Root, handle: LockHandle): Promise<void> {
  if (!isHeld(root, handle)) return;
  try {
    const path = root.at(`${lockFolder(handle.number)}/${lockFiles.released}`);
    await writeFile(path, '');
    await allowAll(path, fileMode);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** Checks that the root is there and the lock is ours, and gives a sign of life. What every write begins with. */
export async function keepLock(root: Root, handle: LockHandle): Promise<void> {
  await root.check();
  if (!isHeld(root, handle)) throw new LockLost();
  try {
    await writeOver(root.at(`${lockFolder(handle.number)}/${lockFiles.beat}`), thisBeat());
  } catch (error) {
    throw hasCode(error, 'ENOENT') ? new LockLost() : error;
  }
}

/** Whether a lock is ours: no other has a higher number, its owner is who we are, and it was not given back. */
function isHeld(root: Root, { number, token }: LockHandle): boolean {
  if (lockNumbers(root)[0] !== number) return false;
  const owner = lockText(root, number, 'owner');
  return owner?.trimEnd().split(' ').includes(token) === true && !isReleased(root, number);
}

/** Writes over a file that is there: on a full disk too, and never into the folder of a lock that is being removed. */
async function writeOver(path: string, text: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write(text, 0);
    await file.truncate(Buffer.byteLength(text));
  } finally {
    await file.close();
  }
}
