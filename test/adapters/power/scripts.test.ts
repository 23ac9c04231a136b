import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { powerScriptsModule } from '../../../scripts/generate-power-scripts.ts';
import { commandLine } from '../../../src/adapters/ssh/commandLine.ts';
import { powerScripts } from '../../../src/generated/powerScripts.ts';
import { requireTool } from '../../tools/tools.ts';

const root = resolve(import.meta.dirname, '../../..');

test('the module is what the generator makes', () => {
  expect(readFileSync(join(root, 'src/generated/powerScripts.ts'), 'utf8')).toBe(powerScriptsModule());
});

describe.each(Object.entries(powerScripts))('%s', (_name, script) => {
  test('fits into a command line, also inside of the one that makes it run as root', () => {
    expect(commandLine(powerScripts['as-root'], [script]).length).toBeLessThan(5_000);
  });

  test('has nothing that shellcheck would say', (context) => {
    const shellcheck = requireTool('shellcheck', context);
    // The bytes in a format are ours.
    const { status, stdout } = spawnSync(shellcheck, ['--shell=sh', '--exclude=SC2059', '-'], {
      input: script,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
