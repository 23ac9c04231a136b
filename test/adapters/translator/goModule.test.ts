import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireTool } from '../../tools/tools.ts';

const root = join(import.meta.dirname, '../../..');

/** Runs a program and answers how it ended and all that it wrote. */
function run(folder: string, command: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: join(root, folder),
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '' },
    timeout: 580_000,
  });
  return { status, output: stdout + stderr };
}

test('dist holds the translator of these sources', () => {
  const check = run('.', process.execPath, 'scripts/build-translator.ts', '--check');
  expect(check).toEqual({ status: 0, output: '' });
});

test('the sources build to the very bytes that dist holds', { timeout: 600_000 }, (context) => {
  requireTool('go', context);
  const verify = run('.', process.execPath, 'scripts/build-translator.ts', '--verify');
  expect(verify).toEqual({ status: 0, output: '' });
});

test('the Go module is vetted and passes its own tests', { timeout: 600_000 }, (context) => {
  const go = requireTool('go', context);
  expect(run('translator', go, 'vet', './...')).toEqual({ status: 0, output: '' });
  expect(run('translator', go, 'test', './...')).toMatchObject({ status: 0 });
});
