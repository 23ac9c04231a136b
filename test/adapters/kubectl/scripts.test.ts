import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kubectlScriptsModule } from '../../../scripts/generate-kubectl-scripts.ts';
import { kubectlScripts } from '../../../src/generated/kubectlScripts.ts';
import { requireTool } from '../../tools/tools.ts';

const root = resolve(import.meta.dirname, '../../..');
const { ask, members, health, kubectl } = kubectlScripts;

test('the module is what the generator makes', () => {
  expect(readFileSync(join(root, 'src/generated/kubectlScripts.ts'), 'utf8')).toBe(kubectlScriptsModule());
});

const scripts = {
  kubectl,
  members: ask + members,
  health: ask + health,
  asRoot: kubectlScripts['as-root'],
};

describe.each(Object.entries(scripts))('%s', (_name, script) => {
  test('has nothing that shellcheck would say', (context) => {
    const shellcheck = requireTool('shellcheck', context);
    const { status, stdout } = spawnSync(shellcheck, ['--shell=sh', '-'], {
      input: script,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
