import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gateScriptsModule } from '../../../scripts/generate-gate-scripts.ts';
import { gateOperations } from '../../../src/adapters/gate/openGate.ts';
import { commandLine } from '../../../src/adapters/ssh/commandLine.ts';
import { gateCommands, gateScript } from '../../../src/router/gate/gateScript.ts';
import { requireTool, type Skipping } from '../../tools/tools.ts';
import { openwrtApplets } from '../lab/applets.ts';

const settings = {
  url: 'http://192.168.26.1:8069',
  root: '/mnt/usb/pilotlight',
  unknownMachines: 'localBoot',
} as const;

test('the module is what the generator makes', () => {
  const path = resolve(import.meta.dirname, '../../../src/generated/gateScripts.ts');
  expect(readFileSync(path, 'utf8')).toBe(gateScriptsModule());
});

/** Left out: functions that are called by their name in a variable, variables that other scripts read, names that are all our own. */
function shellcheck(text: string, context: Skipping): unknown {
  const program = requireTool('shellcheck', context);
  const { status, stdout } = spawnSync(
    program,
    ['--shell=sh', '--exclude=SC2317,SC2034,SC2012,SC2086,SC3067', '-'],
    {
      input: text,
      encoding: 'utf8',
    },
  );
  return { status, stdout };
}

describe.each(Object.entries(gateOperations))('%s', (_name, text) => {
  test('has nothing that shellcheck would say', (context) => {
    expect(shellcheck(text, context)).toEqual({ status: 0, stdout: '' });
  });

  test('leaves half a command line of dropbear to its parameters', () => {
    expect(commandLine(text, []).length).toBeLessThan(5_000);
  });
});

describe('the program', () => {
  test('has nothing that shellcheck would say', (context) => {
    expect(shellcheck(gateScript(settings), context)).toEqual({ status: 0, stdout: '' });
  });

  test('carries its settings as words, whatever is in them', (context) => {
    const nasty = { ...settings, url: `http://x/'$(echo pwned)'`, root: "/mnt/it's `here`\\" };
    const text = gateScript(nasty);
    const dash = requireTool('dash', context);
    const head = text.slice(0, text.indexOf('export LC_ALL'));
    const { stdout } = spawnSync(
      dash,
      ['-c', `${head}printf '%s\\n' "$url" "$root" "$unknown" "$gate" "$proc"`],
      { encoding: 'utf8' },
    );
    expect(stdout.split('\n')).toEqual([
      nasty.url,
      nasty.root,
      'localBoot',
      '/tmp/pilotlight/gate',
      '/proc',
      '',
    ]);
  });

  test('needs no command that a stock OpenWrt lacks', () => {
    const missing = gateCommands.filter((command) => !openwrtApplets.includes(command));
    // OpenWrt's busybox has it, and the one that the list is of has not.
    expect(missing).toEqual(['flock']);
  });
});
