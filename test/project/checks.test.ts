import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, root } from './project.ts';

/** Runs a program of node_modules in the project, and answers what it found wrong. */
function problems(name: string, ...args: string[]): string {
  const bin = JSON.parse(read(`node_modules/${name}/package.json`)).bin as Record<string, string>;
  const [command, program] = [args[0] ?? '', bin[args[0] ?? ''] ?? ''];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', name, program), ...args.slice(1)],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1' } },
  );
  return status === 0 ? '' : `${command} ended with ${status}:\n${`${stdout}${stderr}`.slice(-8000)}`;
}

describe('the sources', () => {
  test('are formatted (npm run format mends it)', () => {
    expect(problems('@biomejs/biome', 'biome', 'format', '.')).toBe('');
  });

  test('pass the linter (npm run lint)', () => {
    expect(problems('@biomejs/biome', 'biome', 'lint', '.')).toBe('');
  });

  test('have no type errors (npm run types)', () => {
    expect(problems('typescript', 'tsc', '-p', '.')).toBe('');
  });

  test('import what the architecture lets them (npm run architecture)', () => {
    expect(problems('dependency-cruiser', 'depcruise', 'src')).toBe('');
  });
});
