import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { routerScriptsModule } from '../../../scripts/generate-router-scripts.ts';
import { neededCommands, operationNames, scriptOf } from '../../../src/adapters/router/scriptOf.ts';
import { commandLine } from '../../../src/adapters/ssh/commandLine.ts';
import { openwrtApplets } from '../../router/lab/applets.ts';
import { requireTool } from '../../tools/tools.ts';

const root = resolve(import.meta.dirname, '../../..');

test('the module is what the generator makes', () => {
  expect(readFileSync(join(root, 'src/generated/routerScripts.ts'), 'utf8')).toBe(routerScriptsModule());
});

test('no command is needed that OpenWrt lacks', () => {
  expect(neededCommands.filter((command) => !openwrtApplets.includes(command))).toEqual(['uci']);
});

describe.each(operationNames)('%s', (name) => {
  test('is no longer than a command line of dropbear, with the script that takes a change back', () => {
    expect(commandLine(scriptOf(name), [scriptOf('restore')]).length).toBeLessThan(8_500);
  });

  test('has nothing that shellcheck would say', (context) => {
    const shellcheck = requireTool('shellcheck', context);
    // Scripts share functions and variables, and not each uses all.
    const { status, stdout } = spawnSync(
      shellcheck,
      ['--shell=sh', '--exclude=SC2034,SC2317,SC2119,SC2120', '-'],
      { input: scriptOf(name), encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
