import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { runnerCommands } from '../action/support/commands.ts';
import { edit, pilotlight, useLab } from './pilotlight.ts';

/** What a pull request may want a runner to do that prints what it changes. */
const injections = ['::add-matcher::/tmp/evil.json', 'x ##[add-mask]y', '::stop-commands::z'];

const overlay = 'inventory/overlays/longhorn.bu';
const onRunner = { environment: { GITHUB_ACTIONS: 'true' } };

describe('in a step of a workflow that runs the command line', () => {
  useLab();

  let plan: readonly string[];
  beforeAll(async () => {
    await pilotlight(['publish', '--out', 'published']);
    plan = ['plan', '--against', `published/releases/${readdirSync('published/releases')[0]}`];
    const line = '          dm_crypt\n';
    edit(overlay, line, line + injections.map((text) => `          ${text}\n`).join(''));
  });

  test('differences of a plan are text to the runner', async () => {
    const { stdout, stderr } = await pilotlight(plan, onRunner);
    expect(stdout).toContain('add-matcher');
    expect(runnerCommands(stdout + stderr)).toEqual([]);
  });

  test('elsewhere they are shown as they are', async () => {
    const { stdout } = await pilotlight(plan);
    for (const text of injections) expect(stdout).toContain(text);
  });

  test('a file that was asked for is printed as it is', async () => {
    const path = 'nodes/lenovo1.lab.home.lerenn.net/config.bu';
    const { stdout } = await pilotlight(['render', path], onRunner);
    for (const text of injections) expect(stdout).toContain(text);
  });

  test('findings become annotations where that is asked for, and only those', async () => {
    edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    const { stdout, stderr } = await pilotlight(['check', '--format', 'github'], onRunner);
    expect(runnerCommands(stdout + stderr)).toMatchObject([{ name: 'error' }]);
  });
});
