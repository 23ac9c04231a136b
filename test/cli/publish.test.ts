import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { requireTool } from '../tools/tools.ts';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';

useLab();
beforeEach(() => {
  copyLab('inventory');
  rmSync('out', { recursive: true, force: true });
});

test('makes a release once: the second time it is there already', async () => {
  const first = await pilotlight(['publish', '--out', 'out']);
  expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
  const [id] = readdirSync('out/releases');
  expect(first.stdout).toMatch(
    new RegExp(`^✓ release ${id}\\n {2}3 nodes, \\d+ files in out/releases/${id}\\n$`),
  );
  const manifest = JSON.parse(readFileSync(`out/releases/${id}/manifest.json`, 'utf8'));
  expect(manifest.release.id).toBe(id);
  const again = await pilotlight(['publish', '--out', 'out']);
  expect(again.stdout).toBe(first.stdout);
  expect(readdirSync('out/releases')).toEqual([id]);
});

test('writes nothing of an inventory with errors', async () => {
  edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
  const { code, stdout } = await pilotlight(['publish', '--out', 'out']);
  expect(code).toBe(1);
  expect(stdout).toContain('error PL1204');
  expect(stdout).not.toContain('✓ release');
  expect(readdirSync('out/releases')).toEqual([]);
});

test('publishes each of several sites below its name, also beside a broken one', async () => {
  copyLab('sites/north');
  copyLab('sites/south');
  edit('sites/south/site.yaml', 'name: lab', 'name: south');
  edit('sites/north/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
  const { code, stdout } = await pilotlight(['-i', 'sites', 'publish', '-o', 'out']);
  expect(code).toBe(1);
  expect(stdout).toContain('sites/north/nodes/lenovo2.yaml:6:10  error PL1204');
  expect(readdirSync('out/south/releases')).toHaveLength(1);
  expect(readdirSync('out/lab/releases')).toEqual([]);
});

test('notes the commit beside the release, and only one that the files are of', async (context) => {
  requireTool('git', context);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      encoding: 'utf8',
    });
  git('init', '--quiet');
  git('add', 'inventory');
  git('commit', '--quiet', '--message=first');
  const commit = git('rev-parse', 'HEAD').trim();
  await pilotlight(['publish', '--out', 'out']);
  const [id] = readdirSync('out/releases');
  expect(JSON.parse(readFileSync(`out/releases/${id}/origin.json`, 'utf8'))).toEqual({ commit });
  edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.14');
  await pilotlight(['publish', '--out', 'out']);
  const other = readdirSync('out/releases').find((name) => name !== id);
  expect(readdirSync(`out/releases/${other}`)).not.toContain('origin.json');
  rmSync('.git', { recursive: true });
});

test('says what the disk said, and leaves nothing behind', async () => {
  writeFileSync('file', '');
  const { code, stderr } = await pilotlight(['publish', '--out', 'file/out']);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^✗ cannot write below file\/out: a part of the path is not a folder\n/);
  expect(stderr).toContain('no release was published');
});

test('asks where to', async () => {
  const { code, stderr } = await pilotlight(['publish']);
  expect(code).toBe(2);
  expect(stderr).toBe('✗ publish has to know where to\n  say --out FOLDER, or --to s3://bucket/prefix\n');
});
