import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { requireTool } from '../tools/tools.ts';
import { configurations } from './releases.ts';

describe.each(configurations)('$title', ({ butane, ignition, inventory }) => {
  test('becomes the published config.ign, byte for byte, by the stock butane', (context) => {
    const program = requireTool('butane', context);
    const { status, stdout, stderr } = spawnSync(program, ['--strict', '--files-dir', inventory], {
      input: butane,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(ignition);
  });

  test('is taken by the stock validator', (context) => {
    const program = requireTool('ignition-validate', context);
    const { status, stdout, stderr } = spawnSync(program, ['-'], { input: ignition, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
