import { lstat, readdir, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../../../shared/failure.ts';
import { coreosFolder, sealName } from '../../../shared/storageLayout.ts';
import { hasCode, makeFolder, putFile, removeAll, syncFile, syncFolder, syncFolderIfThere } from './disk.ts';
import { inParallel } from './inParallel.ts';
import { linkOnTheWay, type Root } from './root.ts';

/**
 * Makes a folder below the root and those that it is in. What stands in the way inside of a release or an image set is removed; a link is
 * refused. Answers the folders whose names changed: they have to be brought to the disk.
 */
export async function makeFolders(root: Root, path: string): Promise<string[]> {
  const changed: string[] = [];
  const segments = path.split('/');
  for (let depth = 1; depth <= segments.length; depth++) {
    const folder = root.at(segments.slice(0, depth).join('/'));
    if (await makeReal(folder)) changed.push(folder, dirname(folder));
  }
  return changed;
}

async function makeReal(folder: string): Promise<boolean> {
  try {
    return await makeFolder(folder);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    if ((await lstat(folder)).isSymbolicLink()) throw linkOnTheWay(folder);
    await unlink(folder);
    return makeFolder(folder);
  }
}

/** Brings all that is in a folder to the disk, then says that it is whole. */
export async function putSeal(root: Root, folder: string, text: string): Promise<void> {
  const path = await root.inside(`${folder}/${sealName}`);
  const files: string[] = [];
  const folders: string[] = [];
  try {
    await list(dirname(path), files, folders);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
    throw new Failure('world', `there is no folder ${root.at(folder)} to seal`, {
      next: 'run the same command again',
    });
  }
  await inParallel(files, syncFile);
  for (const each of folders) await syncFolder(each);
  await putFile(path, text);
  await syncFolder(dirname(dirname(path)));
}

async function list(folder: string, files: string[], folders: string[]): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await list(path, files, folders);
    else if (entry.isFile()) files.push(path);
  }
  folders.push(folder);
}

/** Takes the seal from a folder; nothing where there is none. */
export async function takeSeal(root: Root, folder: string): Promise<void> {
  const path = await root.inside(`${folder}/${sealName}`);
  await removeAll(path);
  await syncFolderIfThere(dirname(path));
}

/** Removes a folder, its seal first: what is half removed never looks whole. */
export async function removeFolder(root: Root, folder: string): Promise<void> {
  await takeSeal(root, folder);
  const path = root.at(folder);
  await removeAll(path);
  if (folder.startsWith(`${coreosFolder}/`)) await removeEmpty(dirname(path));
}

/** Removes the folder of a CoreOS version when no architecture is left in it. */
async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR')) throw error;
  }
}
