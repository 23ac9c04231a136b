import { createHash } from 'node:crypto';
import { closeSync, read } from 'node:fs';
import { promisify } from 'node:util';
import type { WriteOptions } from '../../../ports/storage.ts';
import type { Digest } from '../../../shared/digest.ts';
import { Failure } from '../../../shared/failure.ts';
import { inParallel } from './inParallel.ts';
import { openRegular, readBytes } from './readText.ts';
import type { Root } from './root.ts';

/** Up to so many bytes a file is read at once, which is faster; after as many of them, others get their turn. */
const small = 256 * 1024;
const chunkSize = 1024 * 1024;

const readChunk = promisify(read);

/** The paths whose content has not the SHA-256 that it should, sorted as they were given. */
export async function mismatchesIn(
  root: Root,
  folder: string,
  expected: ReadonlyMap<string, Digest>,
  options: WriteOptions,
): Promise<string[]> {
  const wrong = new Set<string>();
  let turn = 0;
  await inParallel(expected, async ([path, digest]) => {
    options.signal?.throwIfAborted();
    turn = (turn + 1) % 64;
    if (turn === 0) await new Promise(setImmediate);
    if ((await digestOf(root, `${folder}/${path}`, options)) !== digest) wrong.add(path);
  });
  return [...expected.keys()].filter((path) => wrong.has(path));
}

/** The SHA-256 of a file; undefined where there is none, or it is behind a link. */
async function digestOf(root: Root, path: string, options: WriteOptions): Promise<string | undefined> {
  const absolute = await insideOrNone(root, path);
  const file = absolute === undefined ? undefined : openRegular(absolute);
  if (file === undefined) return undefined;
  try {
    if (file.size > small) return await digestOfLarge(file.descriptor, options);
    const bytes = readBytes(file.descriptor, 0, file.size + 1);
    options.onBytes?.(bytes.length);
    return createHash('sha256').update(bytes).digest('hex');
  } finally {
    closeSync(file.descriptor);
  }
}

async function digestOfLarge(descriptor: number, { signal, onBytes }: WriteOptions): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkSize);
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await readChunk(descriptor, buffer, 0, chunkSize, null);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
    onBytes?.(bytesRead);
  }
}

async function insideOrNone(root: Root, path: string): Promise<string | undefined> {
  try {
    return await root.inside(path);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
