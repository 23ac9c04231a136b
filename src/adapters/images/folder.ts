import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageFile, ImageFiles } from '../../ports/imageFiles.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';
import { storagePathKind } from '../../shared/storageLayout.ts';

/** Bytes that are read at a time. */
const chunkSize = 1024 * 1024;

/** Files of image sets in a folder of this machine, which a person may have filled with links. */
export function imageFolder(folder: string): ImageFiles {
  return { folder, find: (path) => findImage(folder, path) };
}

async function findImage(folder: string, path: string): Promise<ImageFile | undefined> {
  return storagePathKind(path) === 'file' ? localFile(join(folder, path)) : undefined;
}

/** A file of this machine; undefined where there is none. */
export async function localFile(absolute: string): Promise<ImageFile | undefined> {
  try {
    const found = await stat(absolute);
    if (!found.isFile()) return undefined;
    return { size: found.size, read: (offset) => readFrom(absolute, offset) };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(absolute, error);
  }
}

async function* readFrom(path: string, offset: number): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path, { start: offset, highWaterMark: chunkSize });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): Failure {
  return new Failure('world', `cannot read ${path}: ${explainSystemError(error)}`, {
    next: 'mend that and run the same command again: an upload goes on where it ended',
    cause: error,
  });
}
