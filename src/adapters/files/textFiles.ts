import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { TextFiles } from '../../ports/textFiles.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';
import { compareText } from '../../shared/finding.ts';
import { writeTogether } from './writeTogether.ts';

/** Bytes that a text may have, files that a folder may have, and folders in folders: far more than what people write by hand. */
const limits = { bytes: 4 * 1024 * 1024, files: 20_000, depth: 8 };

/** Texts of this machine. */
export const textFiles: TextFiles = { read, readTree, writeTogether };

async function read(path: string): Promise<string | undefined> {
  try {
    const bytes = await bounded(path);
    if (bytes !== undefined) return bytes.toString('utf8');
    throw new Failure('usage', `${path} is too big to be a text: more than ${limits.bytes} bytes`);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw explained(path, error);
  }
}

/** All of a file; undefined where it is too big. A pipe or a device does not say beforehand how long it is, and may never end. */
async function bounded(path: string): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limits.bytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function readTree(path: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return new Map([[path, (await read(path)) ?? '']]);
    const files = new Map<string, string>();
    await walk(path, await realpath(path), files, 0);
    return files;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw explained(path, error);
  }
}

async function walk(
  folder: string,
  boundary: string,
  files: Map<string, string>,
  depth: number,
): Promise<void> {
  for (const name of (await readdir(folder)).sort(compareText)) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    const target = (await lstat(path)).isSymbolicLink() ? await inside(path, boundary) : path;
    if (target === undefined) continue;
    const { size, ...kind } = await describe(target);
    if (kind.isFolder && depth < limits.depth) await walk(path, boundary, files, depth + 1);
    else if (kind.isFile && size <= limits.bytes) {
      if (files.size >= limits.files)
        throw new Failure('usage', `${boundary} has more than ${limits.files} files`);
      files.set(path.split(sep).join('/'), (await readFile(target)).toString('utf8'));
    }
  }
}

async function describe(path: string): Promise<{ size: number; isFile: boolean; isFolder: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile(), isFolder: found.isDirectory() };
}

/** Where a link leads; undefined where that is nowhere, or outside. */
async function inside(path: string, boundary: string): Promise<string | undefined> {
  const target = await realpath(path).catch(() => undefined);
  return target?.startsWith(boundary + sep) === true ? target : undefined;
}

function isMissing(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function explained(path: string, error: unknown): Failure {
  return error instanceof Failure
    ? error
    : new Failure('usage', `${path} cannot be read: ${explainSystemError(error)}`);
}
