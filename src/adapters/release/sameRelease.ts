import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compareText } from '../../shared/finding.ts';

/** Where a release was made from is no part of it, and may differ. */
const origin = 'origin.json';
const manifest = 'manifest.json';

/** Whether two folders hold the same release. Its name alone proves nothing: anybody can make a folder. */
export async function isSameRelease(one: string, other: string): Promise<boolean> {
  try {
    const [paths, others] = await Promise.all([contents(one), contents(other)]);
    if (paths.join('\0') !== others.join('\0')) return false;
    for (const path of paths) {
      const [mine, theirs] = await Promise.all([readFile(join(one, path)), readFile(join(other, path))]);
      if (path === manifest ? described(mine) !== described(theirs) : !mine.equals(theirs)) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Paths of everything but folders, sorted. */
async function contents(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== origin)
    .sort(compareText);
}

/** A manifest without what made the release: another version that makes the same files makes the same release. */
function described(bytes: Uint8Array): string {
  const { versions: _versions, ...content } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly versions: unknown;
  };
  return JSON.stringify(content);
}
