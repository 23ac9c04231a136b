import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Survey } from '../../../ports/storage.ts';
import { Failure } from '../../../shared/failure.ts';
import { slotPaths } from '../../../shared/storageLayout.ts';
import { allowAll, fileMode, hasCode, removeAll, syncFolder } from './disk.ts';
import { readText } from './readText.ts';
import type { Root } from './root.ts';

/** Bytes of a slot that are looked at: a pointer has less than 300. */
const longestSlot = 4096;

/** What lies in a slot; undefined where there is no such file. */
export function readSlot(root: Root, slot: 0 | 1): Survey['slots'][number] {
  return readText(root.at(slotPaths[slot]), longestSlot);
}

/**
 * Writes a slot in place, when the other one is as expected. In place, because vfat can lose both names of a rename; a slot that is torn has
 * no right sum, and the other one counts.
 */
export async function putSlot(
  root: Root,
  slot: 0 | 1,
  text: string,
  expectedOther: string | undefined,
): Promise<boolean> {
  if (readSlot(root, slot === 0 ? 1 : 0) !== expectedOther) return false;
  const path = root.at(slotPaths[slot]);
  await clearWay(path);
  const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, fileMode);
  try {
    await file.write(text, 0);
    await file.truncate(Buffer.byteLength(text));
    await file.sync();
  } finally {
    await file.close();
  }
  await allowAll(path, fileMode);
  await syncFolder(dirname(path));
  if (readSlot(root, slot) !== text) {
    throw new Failure('world', `${path} reads otherwise than it was written`, {
      next: 'check the storage, it is failing; machines boot by the other slot, which was not touched',
    });
  }
  return true;
}

/** What is no regular file cannot be a slot. */
async function clearWay(path: string): Promise<void> {
  try {
    if (!(await lstat(path)).isFile()) await removeAll(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}
