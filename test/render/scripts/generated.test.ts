import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scriptsModule } from '../../../scripts/generate-scripts.ts';
import { scripts } from '../../../src/generated/scripts.ts';
import { requireTool } from '../../tools/tools.ts';

const root = resolve(import.meta.dirname, '../../..');
const sources = join(root, 'src/render/scripts');

test('the module is what the generator makes', () => {
  expect(readFileSync(join(root, 'src/generated/scripts.ts'), 'utf8')).toBe(scriptsModule());
});

test('each script is carried whole', () => {
  const names = readdirSync(sources).filter((name) => name.endsWith('.sh'));
  expect(
    Object.fromEntries(names.map((name) => [name.slice(0, -3), readFileSync(join(sources, name), 'utf8')])),
  ).toEqual(scripts);
});

describe.each(Object.entries(scripts))('%s', (name, text) => {
  test('has nothing that shellcheck would say', (context) => {
    const shellcheck = requireTool('shellcheck', context);
    const { status, stdout } = spawnSync(
      shellcheck,
      ['--shell=sh', '--enable=avoid-nullary-conditions', '-'],
      {
        input: text,
        encoding: 'utf8',
      },
    );
    expect({ name, status, stdout }).toEqual({ name, status: 0, stdout: '' });
  });
});
