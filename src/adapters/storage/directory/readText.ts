import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { hasCode } from './disk.ts';

/** Follows no link, and never waits for the other end of a pipe. */
const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** What no regular file of that name means, in whatever way. */
const absent = ['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'ENXIO', 'ENAMETOOLONG'] as const;

/**
 * Opens a regular file; undefined where there is none, or something else. The caller closes it.
 */
export function openRegular(
  path: string,
): { readonly descriptor: number; readonly size: number } | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, readFlags);
  } catch (error) {
    if (hasCode(error, ...absent)) return undefined;
    throw error;
  }
  const stat = fstatSync(descriptor);
  if (stat.isFile()) return { descriptor, size: stat.size };
  closeSync(descriptor);
  return undefined;
}

/**
 * The text of a small file; undefined where there is none. Bytes that are no UTF-8 become replacement characters.
 *
 * @param limit bytes at its end that are read; what a crash or a person left may be of any size
 */
export function readText(path: string, limit: number): string | undefined {
  const file = openRegular(path);
  if (file === undefined) return undefined;
  try {
    const length = Math.min(file.size, limit);
    return readBytes(file.descriptor, file.size - length, length).toString('utf8');
  } finally {
    closeSync(file.descriptor);
  }
}

/** Bytes of an open file from an offset on; fewer where it ends before. */
export function readBytes(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(descriptor, bytes, done, length - done, offset + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}
