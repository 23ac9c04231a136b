import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';

useLab();
let storage: string | undefined;

beforeEach(() => copyLab('inventory'));
afterEach(() => {
  if (storage !== undefined) rmSync(storage, { recursive: true });
  storage = undefined;
});

/** Runs the demo and keeps in mind which folder it made. */
async function demo(...args: string[]) {
  const run = await pilotlight([...args, 'demo']);
  storage = /Nothing outside (\S+) was written/.exec(run.stdout)?.[1];
  return run;
}

test('goes the whole way and names files that are there', async () => {
  const { code, stdout, stderr } = await demo();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('inventory: 3 nodes');
  expect(stdout).toContain('✓ 3 nodes booted');
  expect(stdout.match(/not armed .* its own disk$/gm)).toHaveLength(3);
  expect(stdout.match(/^ +armed .* CoreOS installer → Ignition \(\d+ files, .*\)$/gm)).toHaveLength(3);
  const named = stdout.split('Look at:\n')[1]?.match(/^ {3}\/\S+$/gm) ?? [];
  expect(named).toHaveLength(4);
  for (const path of named) expect(existsSync(path.trim()), path).toBe(true);
});

test('takes the example where there is no inventory', async () => {
  mkdirSync('elsewhere', { recursive: true });
  const before = process.cwd();
  process.chdir('elsewhere');
  try {
    const { code, stdout } = await demo();
    expect(code).toBe(0);
    expect(stdout).toContain('✓ 3 nodes booted');
  } finally {
    process.chdir(before);
  }
});

test('does not take the example in place of a folder that was named', async () => {
  const { code, stdout } = await demo('--inventory', 'typo');
  expect(code).toBe(1);
  expect(stdout).toContain('there is no folder typo');
});

test('tells why an inventory with errors has nothing to boot from', async () => {
  edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
  const { code, stdout } = await demo();
  expect(code).toBe(1);
  expect(stdout).toContain('error PL1204');
  expect(stdout).toContain('✗ it has errors, so there is no release to boot from');
});

test('boots the site that was named, of several', async () => {
  copyLab('sites/north');
  copyLab('sites/south');
  edit('sites/south/site.yaml', 'name: lab', 'name: south');
  const both = await demo('--inventory', 'sites');
  expect(both.code).toBe(0);
  expect(both.stdout).toContain('The release of lab is published');
  expect(both.stdout).toContain('The release of south is published');
  if (storage !== undefined) rmSync(storage, { recursive: true });
  const { stdout } = await demo('--inventory', 'sites', '--site', 'south');
  expect(stdout).not.toContain('The release of lab is published');
  expect(stdout).toContain('The release of south is published');
});
