import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll } from 'vitest';
import { cacheFolder } from '../../tools/find.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Where the parts of the built action are. */
export interface Bundle {
  main(): string;
  post(): string;
  folder(): string;
}

/**
 * Builds dist for the tests of a file, in a folder that has no node_modules around it, unless the very same sources were built there already:
 * all files share it, and Node's compiled code of it, so nothing may write to it. Answers where the action is.
 */
export function useBundle(): Bundle {
  let folder = '';
  beforeAll(() => {
    folder = join(cacheFolder(), 'dist', digestOfSources());
    if (!existsSync(folder)) build(folder);
  });
  return {
    main: () => join(folder, 'action', 'main.js'),
    post: () => join(folder, 'action', 'post.js'),
    folder: () => folder,
  };
}

/** Where several build at the same time, the first that is done is taken. */
function build(folder: string): void {
  const builds = dirname(folder);
  mkdirSync(builds, { recursive: true });
  const own = mkdtempSync(join(builds, 'unfinished-'));
  execFileSync(process.execPath, [join(root, 'scripts/build.ts'), '--out', own], { stdio: 'ignore' });
  for (const name of ['translator.json', 'translator.wasm.br'])
    cpSync(join(root, 'dist', name), join(own, name));
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** What a build depends on: the sources, those who build them, and the versions of packages. */
function digestOfSources(): string {
  const files = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const others = ['package.json', 'package-lock.json', 'dist/translator.json', 'dist/translator.wasm.br'];
  const hash = createHash('sha256');
  for (const file of [...files.sort(), ...others.map((name) => join(root, name))]) {
    const bytes = readFileSync(file);
    hash.update(`${file.slice(root.length)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}
