import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Where the parts of the built action are. */
export interface Bundle {
  main(): string;
  post(): string;
  folder(): string;
}

/** Builds dist for the tests of a file, in a folder that has no node_modules around it. Answers where the action is. */
export function useBundle(): Bundle {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilotlight-dist-'));
    execFileSync(process.execPath, [join(root, 'scripts/build.ts'), '--out', folder], { stdio: 'ignore' });
    for (const name of ['translator.json', 'translator.wasm.br']) {
      cpSync(join(root, 'dist', name), join(folder, name));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    main: () => join(folder, 'action', 'main.js'),
    post: () => join(folder, 'action', 'post.js'),
    folder: () => folder,
  };
}
