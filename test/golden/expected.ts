import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { compareText } from '../../src/shared/finding.ts';
import type { Built } from './build.ts';

/** Texts by path, in order of path. */
export type Tree = ReadonlyMap<string, string>;

/** The report of findings stands beside the releases. */
const reportPath = 'findings.txt';

/** What was made, as it is kept: the report, and the release of each site, in a folder by its name where there are several. */
export function keptTree({ sites, report }: Built): Tree {
  const files = sites.flatMap(({ name, files }) =>
    [...files].map(([path, text]) => [sites.length > 1 ? `${name}/${path}` : path, text] as const),
  );
  return new Map([[reportPath, report] as const, ...files].sort(([a], [b]) => compareText(a, b)));
}

/** The tree that is kept in a folder; empty when there is none. */
export function readTree(folder: string): Tree {
  const paths = filesBelow(folder).map((file) => relative(folder, file).replaceAll(sep, '/'));
  return new Map(paths.sort(compareText).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Puts a tree in place of the one that is kept. */
export function writeTree(folder: string, tree: Tree): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of tree) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
