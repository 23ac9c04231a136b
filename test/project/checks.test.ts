import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../tools/find.ts';
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
    // What did not change since the last run is not looked at again; each checkout has its own memory.
    const place = createHash('sha256').update(root).digest('hex').slice(0, 16);
    const memory = join(cacheFolder(), 'types', `${place}.tsbuildinfo`);
    const incremental = ['--incremental', '--tsBuildInfoFile', memory];
    expect(problems('typescript', 'tsc', '-p', '.', ...incremental)).toBe('');
  });

  test('import what the architecture lets them (npm run architecture)', () => {
    expect(problems('dependency-cruiser', 'depcruise', 'src')).toBe('');
  });
});
