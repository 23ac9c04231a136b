import { constants } from 'node:fs';
import { chmod, lstat, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** HTTP and TFTP servers run as other users: what is written is for all to read, whatever the umask is. */
export const fileMode = 0o644;
export const programMode = 0o755;
export const folderMode = 0o755;

/** Whether an error of the operating system has one of some codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && codes.includes(code);
}

/** Makes a folder whose parent is there. Answers whether it was made; false where it is one already. */
export async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: folderMode });
  } catch (error) {
    if (hasCode(error, 'EEXIST') && (await lstat(path)).isDirectory()) return false;
    throw error;
  }
  await allowAll(path, folderMode);
  return true;
}

/** Gives the mode to a path. A file system that has none, as vfat, has its own from how it was mounted. */
export async function allowAll(path: string, mode: number): Promise<void> {
  try {
    await chmod(path, mode);
  } catch (error) {
    if (!hasNoModes(error)) throw error;
  }
}

/** Whether an error says that the file system has no modes. */
export function hasNoModes(error: unknown): boolean {
  return hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS');
}

/** Removes whatever a path is, with what is in it; nothing where nothing is. Links are removed, not followed. */
export async function removeAll(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
}

/** Writes a small file anew, in the place of whatever is there, and brings it to the disk. */
export async function putFile(path: string, text: string): Promise<void> {
  await removeAll(path);
  const file = await open(path, 'wx', fileMode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await allowAll(path, fileMode);
  await syncFolder(dirname(path));
}

/** Brings the content of a file to the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Brings the names in a folder to the disk, where the file system can do that. */
export async function syncFolder(path: string): Promise<void> {
  try {
    await syncFile(path);
  } catch (error) {
    if (!hasCode(error, 'EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'))
      throw error;
  }
}

/** The same for a folder that may have gone. */
export async function syncFolderIfThere(path: string): Promise<void> {
  try {
    await syncFolder(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
  }
}
