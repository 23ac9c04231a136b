import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storageScriptsModule } from '../../../../scripts/generate-storage-scripts.ts';
import { commandLine } from '../../../../src/adapters/ssh/commandLine.ts';
import { neededCommands, operationNames, scriptOf } from '../../../../src/adapters/storage/shell/scriptOf.ts';
import { openwrtApplets } from '../../../router/lab/applets.ts';
import { requireTool } from '../../../tools/tools.ts';

const root = resolve(import.meta.dirname, '../../../..');

test('the module is what the generator makes', () => {
  expect(readFileSync(join(root, 'src/generated/storageScripts.ts'), 'utf8')).toBe(storageScriptsModule());
});

test('no command is needed that OpenWrt lacks', () => {
  expect(neededCommands.filter((command) => !openwrtApplets.includes(command))).toEqual([]);
});

describe.each(operationNames)('%s', (name) => {
  test('leaves half a command line of dropbear to its parameters', () => {
    expect(commandLine(scriptOf(name), []).length).toBeLessThan(5_000);
  });

  test('has nothing that shellcheck would say', (context) => {
    const shellcheck = requireTool('shellcheck', context);
    // Not in POSIX, but in ash and dash: -ef. Names of ours are safe, so `ls` tells them as they are. Scripts share functions.
    const { status, stdout } = spawnSync(
      shellcheck,
      ['--shell=sh', '--exclude=SC3013,SC2012,SC2086,SC2034,SC2119,SC2120', '-'],
      { input: scriptOf(name), encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
