import { closeSync, fchmodSync, openSync, rmSync, writeSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { posix } from 'node:path';
import type { StreamedFile, WriteOptions } from '../../../ports/storage.ts';
import { Failure } from '../../../shared/failure.ts';
import { isServed, servedDraft, unpackedPathFault } from '../../../shared/storageLayout.ts';
import { fileMode, hasCode, hasNoModes, programMode, removeAll, syncFile, syncFolder } from './disk.ts';
import { makeFolders } from './folders.ts';
import { inParallel } from './inParallel.ts';
import type { Root } from './root.ts';
import { sourced } from './sourced.ts';

/** Bytes, with some for each file, after which the lock is looked at again. */
const checkEvery = 4 * 1024 * 1024;
const perFile = 16 * 1024;

/**
 * Puts small files into a folder. Into one that is served meanwhile each goes by a rename, once all of them are whole.
 *
 * @param keep checks that the lock is still ours
 */
export async function unpackInto(
  root: Root,
  folder: string,
  files: AsyncIterable<StreamedFile>,
  keep: () => Promise<void>,
  options: WriteOptions,
): Promise<void> {
  const checked = checkedFiles(folder, files);
  if (!isServed(folder)) return writeFiles(root, folder, checked, keep, options);
  const draft = await root.inside(servedDraft);
  await removeAll(draft);
  await writeFiles(root, servedDraft, checked, keep, options);
  await makeFolders(root, folder);
  await keep();
  const target = await root.inside(`${folder}/.`);
  for (const name of await namesIn(draft)) await rename(posix.join(draft, name), posix.join(target, name));
  await removeAll(draft);
  for (const path of [root.path, target]) await syncFolder(path);
}

async function namesIn(draft: string): Promise<string[]> {
  try {
    return await readdir(draft);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function* checkedFiles(
  folder: string,
  files: AsyncIterable<StreamedFile>,
): AsyncIterable<StreamedFile> {
  for await (const file of files) {
    refuseFault(folder, file.path);
    yield file;
  }
}

/**
 * Puts small files into a folder. Each is a new file, never one that was there written over: whoever has that open, as a writer that
 * was suspended and lost the lock, reaches it no more.
 */
async function writeFiles(
  root: Root,
  folder: string,
  files: AsyncIterable<StreamedFile>,
  keep: () => Promise<void>,
  { signal, onBytes }: WriteOptions,
): Promise<void> {
  const made = new Set<string>();
  const written = new Set<string>();
  const changed = new Set<string>();
  let unchecked = 0;
  for await (const { path, bytes, executable = false } of sourced(files, signal)) {
    unchecked += bytes.length + perFile;
    if (unchecked > checkEvery) {
      await keep();
      unchecked = 0;
    }
    const parent = posix.dirname(`${folder}/${path}`);
    if (!made.has(parent)) {
      for (const each of await makeFolders(root, parent)) changed.add(each);
      made.add(parent);
      changed.add(root.at(parent));
    }
    const target = root.at(`${folder}/${path}`);
    writeNew(target, bytes, executable ? programMode : fileMode);
    written.add(target);
    onBytes?.(bytes.length);
  }
  await inParallel(written, syncFile);
  await inParallel(changed, syncFolder);
}

function refuseFault(folder: string, path: string): void {
  const fault = unpackedPathFault(folder, path);
  if (fault === undefined) return;
  throw new Failure('refused', `the file ${JSON.stringify(path)} cannot be put into ${folder}: ${fault}`);
}

/** At once: thousands of small files are several times as fast that way. */
function writeNew(path: string, bytes: Uint8Array, mode: number): void {
  rmSync(path, { recursive: true, force: true });
  const descriptor = openSync(path, 'wx', mode);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    allowAllNow(descriptor, mode);
  } finally {
    closeSync(descriptor);
  }
}

function allowAllNow(descriptor: number, mode: number): void {
  try {
    fchmodSync(descriptor, mode);
  } catch (error) {
    if (!hasNoModes(error)) throw error;
  }
}
