import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const example = resolve(import.meta.dirname, '../../../inventory');

/** A checkout on a runner: a repository with the example inventory in it. */
export interface Workspace {
  /** Folder of the checkout. */
  readonly folder: string;
  /** Folder around it, for what is no part of the checkout. */
  readonly around: string;
  write(path: string, text: string): void;
  /** Replaces a text in a file; fails where it is not there. */
  edit(path: string, from: string, to: string): void;
  /** Commits everything; answers the commit. */
  commit(): string;
  git(...args: string[]): string;
}

/** Makes a checkout that is removed when the test ends. The example inventory is its first commit unless it is to be empty. */
export function makeWorkspace({ empty = false }: { readonly empty?: boolean } = {}): Workspace {
  const around = mkdtempSync(join(tmpdir(), 'pilotlight-runner-'));
  onTestFinished(() => rmSync(around, { recursive: true, force: true }));
  const folder = join(around, 'work', 'lab');
  mkdirSync(folder, { recursive: true });
  const git = (...args: string[]) => runGit(folder, args);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const commit = (): string => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'change');
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  if (!empty) {
    cpSync(example, join(folder, 'inventory'), { recursive: true });
    commit();
  }
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(folder, path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    writeFileSync(join(folder, path), text.replace(from, to));
  };
  return { folder, around, git, write, commit, edit };
}

/** Runs Git as nobody in particular, without the configuration of this machine. */
export function runGit(folder: string, args: readonly string[]): string {
  const environment = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const options = { cwd: folder, encoding: 'utf8', env: environment } as const;
  return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], options).trim();
}
