import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImagePart, ImageProof } from '../../ports/imageCache.ts';
import { writeProof } from './proof.ts';
import { cannotWrite } from './writeFailure.ts';

/** Bytes that are written at a time. */
const writeSize = 1024 * 1024;
/** Bytes after which the disk is asked to catch up, so that it has little left to do at the end. */
const syncEvery = 64 * 1024 * 1024;

/** Beside a part: the ETag that it was sent with. */
export const tagSuffix = '.tag';

export interface PartFile {
  /** The folder of the cache. */
  readonly root: string;
  /** Its path. */
  readonly file: string;
  /** What it is called once nobody writes to it. */
  readonly idle: string;
  readonly validator: string | undefined;
}

/** Opens a file that this run alone writes to. */
export async function openPart({ root, file, idle, validator }: PartFile): Promise<ImagePart> {
  const handle = await open(file, 'a+').catch((error: unknown) => {
    throw cannotWrite(file, error);
  });
  const appended = appending(handle, file);
  let tag = validator;
  let size = (await handle.stat()).size;
  return {
    get size() {
      return size;
    },
    get validator() {
      return tag;
    },
    read: () => createReadStream(file, { highWaterMark: writeSize }),
    write: async (chunk) => {
      size += chunk.length;
      await appended.write(chunk);
    },
    restart: async (given) => {
      await appended.flush();
      await handle.truncate(0).catch((error: unknown) => {
        throw cannotWrite(file, error);
      });
      size = 0;
      tag = given;
      if (tag === undefined) await rm(file + tagSuffix, { force: true });
      else await writeFile(file + tagSuffix, tag);
    },
    settle: async (path, proof) => {
      try {
        await appended.flush();
        await handle.datasync();
      } finally {
        await handle.close();
      }
      await settle(join(root, path), file, proof);
    },
    discard: async () => {
      await appended.flush().catch(() => {});
      await handle.close();
      await rm(file, { force: true });
      await rm(file + tagSuffix, { force: true });
    },
    leave: async () => {
      await appended.flush().catch(() => {});
      await handle.close();
      await rename(file, idle).catch(() => {});
      await rename(file + tagSuffix, idle + tagSuffix).catch(() => {});
    },
  };
}

async function settle(target: string, file: string, proof: ImageProof): Promise<void> {
  try {
    await mkdir(dirname(target), { recursive: true });
    await rename(file, target);
    await rm(file + tagSuffix, { force: true });
    await writeProof(target, await stat(target), proof);
  } catch (error) {
    throw cannotWrite(target, error);
  }
}

/** Writes go on while more comes: one at a time, in order. */
function appending(handle: FileHandle, file: string) {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let unsynced = 0;
  let last: Promise<void> = Promise.resolve();
  let syncing: Promise<void> | undefined;
  return {
    write: async (chunk: Uint8Array): Promise<void> => {
      waiting.push(chunk);
      length += chunk.length;
      if (length >= writeSize) await next();
    },
    flush: async (): Promise<void> => {
      await next();
      await last;
      await syncing;
    },
  };

  /** Waits for the write before, and starts the next one. */
  async function next(): Promise<void> {
    await last;
    if (length === 0) return;
    const bytes = Buffer.concat(waiting, length);
    waiting = [];
    length = 0;
    last = writeAll(bytes);
    // Whoever writes or flushes next is told.
    last.catch(() => {});
  }

  async function writeAll(bytes: Uint8Array): Promise<void> {
    try {
      for (let done = 0; done < bytes.length; ) {
        done += (await handle.write(bytes, done)).bytesWritten;
      }
    } catch (error) {
      throw cannotWrite(file, error);
    }
    unsynced += bytes.length;
    if (unsynced < syncEvery || syncing !== undefined) return;
    unsynced = 0;
    syncing = handle
      .datasync()
      .catch(() => {})
      .finally(() => {
        syncing = undefined;
      });
  }
}
