import { constants } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname, posix } from 'node:path';
import type { OpenBytes, WriteOptions } from '../../../ports/storage.ts';
import { Failure } from '../../../shared/failure.ts';
import { allowAll, fileMode, hasCode, removeAll, syncFile, syncFolder } from './disk.ts';
import { makeFolders } from './folders.ts';
import type { Root } from './root.ts';
import { sourced } from './sourced.ts';
import { sizeOf } from './survey.ts';

/** Bytes after which the lock is looked at again: a writer that lost it gets no further. */
const checkEvery = 4 * 1024 * 1024;
/** Bytes after which they are brought to the disk: what is told as done is not only in memory. */
const syncEvery = 32 * 1024 * 1024;

/** Cuts an upload to an offset, and puts at most `length` bytes behind it. */
export async function appendTo(
  root: Root,
  part: string,
  { offset, length }: { readonly offset: number; readonly length: number },
  bytes: OpenBytes,
  keep: () => Promise<void>,
  options: WriteOptions,
): Promise<void> {
  options.signal?.throwIfAborted();
  const path = await root.inside(part);
  const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, fileMode);
  try {
    await allowAll(path, fileMode);
    const { size } = await file.stat();
    if (size < offset) throw tooShort(part, size, offset);
    if (size > offset) await file.truncate(offset);
    await write(file, { offset, length }, bytes, keep, options);
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function write(
  file: FileHandle,
  { offset, length }: { readonly offset: number; readonly length: number },
  bytes: OpenBytes,
  keep: () => Promise<void>,
  { signal, onBytes }: WriteOptions,
): Promise<void> {
  if (length === 0) return;
  let done = 0;
  let checked = 0;
  let synced = 0;
  for await (const chunk of sourced(bytes(offset), signal)) {
    const taken = chunk.subarray(0, length - done);
    await writeAll(file, taken, offset + done);
    done += taken.length;
    onBytes?.(taken.length);
    if (done >= length) return;
    if (done - checked >= checkEvery) {
      await keep();
      checked = done;
    }
    if (done - synced >= syncEvery) {
      await file.datasync();
      synced = done;
    }
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

function tooShort(part: string, size: number, offset: number): Failure {
  return new Failure('world', `${part} has ${size} bytes, so nothing can be put at ${offset}`, {
    next: 'run the same command again: it goes on where the upload ends',
  });
}

/** Brings an upload to the disk and gives it its name; nothing when it has it already. */
export async function settleAs(root: Root, part: string, path: string): Promise<void> {
  const from = await root.inside(part);
  const to = root.at(path);
  if (sizeOf(from) === undefined) {
    if (sizeOf(await root.inside(path)) !== undefined) return;
    throw new Failure('world', `there is no upload ${part} to become ${path}`, {
      next: 'run the same command again: it is uploaded anew',
    });
  }
  await syncFile(from);
  const changed = await makeFolders(root, posix.dirname(path));
  await replace(from, to);
  for (const folder of new Set([...changed, dirname(to), dirname(from)])) await syncFolder(folder);
}

async function replace(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!hasCode(error, 'EISDIR', 'ENOTEMPTY', 'EEXIST')) throw error;
    await removeAll(to);
    await rename(from, to);
  }
}
