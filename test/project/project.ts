import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The root of the project. */
export const root = resolve(import.meta.dirname, '../..');

/** Reads a text file of the project. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Paths of the files of the project that are in Git or would be: none that .gitignore leaves out. */
export function projectFiles(): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const output = execFileSync('git', ['-C', root, ...list], { encoding: 'utf8' });
  const paths = [...new Set(output.split('\0').filter(Boolean))].sort();
  return paths.filter((path) => existsSync(join(root, path)));
}

/** Copies files of the project to another folder. */
export function copyFiles(paths: readonly string[], target: string): void {
  for (const path of paths) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(root, path), join(target, path));
  }
}

/** Paths of all files below a folder, and what they hold. */
export function contentsOf(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]),
  );
}

/** Paths at which two sets of files differ, or that only one of them has. */
export function differing(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => !same(one.get(path), other.get(path))).sort();
}

function same(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one !== undefined && other !== undefined && one.equals(other);
}
