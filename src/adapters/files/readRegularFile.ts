import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { explainSystemError } from '../../shared/failure.ts';
import { maxFileBytes, maxTotalBytes } from './caps.ts';
import { joined, report, type Walk } from './siteWalk.ts';

/** Follows no link (they are resolved before) and never waits for the other end of a pipe. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads one file into the walk, unless a cap forbids it. Its kind is asked of the open file, which cannot change. */
export function readRegularFile(walk: Walk, real: string, relative: string): void {
  try {
    const descriptor = openSync(real, flags);
    try {
      readOpenFile(walk, descriptor, relative);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    report(walk, 'PL1024', relative, `the file cannot be read: ${explainSystemError(error)}`);
  }
}

function readOpenFile(walk: Walk, descriptor: number, relative: string): void {
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) {
    report(walk, 'PL1023', relative, 'it is neither a file nor a folder');
  } else if (stat.size > maxFileBytes) {
    report(walk, 'PL1006', relative, `the file has ${stat.size} bytes; at most ${maxFileBytes} are read`);
  } else if (walk.bytes + stat.size > maxTotalBytes) {
    if (walk.bytes <= maxTotalBytes) {
      report(walk, 'PL1025', '', `the files of the inventory have more than ${maxTotalBytes} bytes in all`);
    }
    walk.bytes = maxTotalBytes + 1;
  } else {
    const bytes = readBytes(descriptor, stat.size);
    walk.bytes += bytes.length;
    walk.files.push({
      path: joined(walk.folder, relative),
      relative,
      bytes,
      executable: (stat.mode & 0o100) !== 0,
    });
  }
}

function readBytes(descriptor: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const read = readSync(descriptor, bytes, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return length === size ? bytes : bytes.subarray(0, length);
}
