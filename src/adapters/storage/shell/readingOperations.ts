import type { Storage, WriteOptions } from '../../../ports/storage.ts';
import type { Digest } from '../../../shared/digest.ts';
import { longestText } from '../../../shared/storageLayout.ts';
import { checkedContentPath, checkedPath, checkedReadablePath } from './checkPath.ts';
import { statusOf } from './failureOf.ts';
import type { ScriptRunner } from './runScript.ts';
import { survey } from './survey/survey.ts';

/** What only looks. */
export function readingOperations(
  runner: ScriptRunner,
): Pick<Storage, 'survey' | 'mismatches' | 'sizes' | 'read'> {
  return {
    survey: (question) => survey(runner, question),
    mismatches: (folder, expected, options) => mismatches(runner, folder, expected, options),
    sizes: (folder, paths) => sizes(runner, folder, paths),
    read: async (path) => {
      const { status, stdout } = await runner.run('read', [checkedReadablePath(path), String(longestText)]);
      return status === statusOf.none ? undefined : Buffer.from(stdout).toString('utf8');
    },
  };
}

async function mismatches(
  runner: ScriptRunner,
  folder: string,
  expected: ReadonlyMap<string, Digest>,
  options: WriteOptions = {},
): Promise<readonly string[]> {
  if (expected.size === 0) return [];
  const { stdout } = await runner.run('mismatches', [checkedReadablePath(folder)], {
    input: [...expected].map(([path, digest]) => `${digest}  ${checkedContentPath(path)}\n`).join(''),
    ...(options.signal && { signal: options.signal }),
  });
  // Only what is said to be right is right: a list that ends early makes nothing so.
  const right = new Set(
    Buffer.from(stdout)
      .toString('latin1')
      .split('\n')
      .filter((line) => line.endsWith(': OK'))
      .map((line) => line.slice(0, -': OK'.length)),
  );
  return [...expected.keys()].filter((path) => !right.has(path));
}

async function sizes(
  runner: ScriptRunner,
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (paths.length === 0) return new Map();
  const { stdout } = await runner.run('sizes', [checkedPath(folder, 'folder', 'served')], {
    input: paths.map((path) => `./${checkedContentPath(path)}\n`).join(''),
  });
  return new Map(
    listedFiles(Buffer.from(stdout).toString('latin1')).map(({ path, size }) => [path.slice(2), size]),
  );
}

/** Regular files of a listing that `ls -ln` made. */
export function listedFiles(listing: string): { readonly path: string; readonly size: number }[] {
  return listing
    .split('\n')
    .map((line) => line.split(/ +/))
    .filter(([mode]) => mode?.startsWith('-'))
    .map((fields) => ({ path: fields[8] ?? '', size: Number(fields[4]) }));
}
