import { closeSync, fchmodSync, openSync, rmSync, writeSync } from 'node:fs';
import { posix } from 'node:path';
import type { StreamedFile, WriteOptions } from '../../../ports/storage.ts';
import { Failure } from '../../../shared/failure.ts';
import { contentPathFault } from '../../../shared/storageLayout.ts';
import { fileMode, hasCode, syncFile, syncFolder } from './disk.ts';
import { makeFolders } from './folders.ts';
import { inParallel } from './inParallel.ts';
import type { Root } from './root.ts';
import { sourced } from './sourced.ts';

/** Bytes, with some for each file, after which the lock is looked at again. */
const checkEvery = 4 * 1024 * 1024;
const perFile = 16 * 1024;

/**
 * Puts small files into a folder. Each is a new file, never one that was there written over: whoever has that open, as a writer that
 * was suspended and lost the lock, reaches it no more.
 *
 * @param keep checks that the lock is still ours
 */
export async function unpackInto(
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
  for await (const { path, bytes } of sourced(files, signal)) {
    refuseFault(folder, path);
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
    writeNew(target, bytes);
    written.add(target);
    onBytes?.(bytes.length);
  }
  await inParallel(written, syncFile);
  await inParallel(changed, syncFolder);
}

function refuseFault(folder: string, path: string): void {
  const fault = contentPathFault(path);
  if (fault === undefined) return;
  throw new Failure('refused', `the file ${JSON.stringify(path)} cannot be put into ${folder}: ${fault}`);
}

/** At once: thousands of small files are several times as fast that way. */
function writeNew(path: string, bytes: Uint8Array): void {
  rmSync(path, { recursive: true, force: true });
  const descriptor = openSync(path, 'wx', fileMode);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    fchmodSync(descriptor, fileMode);
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'ENOTSUP')) throw error;
  } finally {
    closeSync(descriptor);
  }
}
