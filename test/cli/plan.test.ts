import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { requireTool } from '../tools/tools.ts';
import { copyLab, edit, pilotlight, useLab } from './pilotlight.ts';

useLab();

const lenovo3 = 'inventory/nodes/lenovo3.yaml';

/** The change of each node by name, as the plan's JSON has it. */
async function changes(against: string): Promise<Record<string, string>> {
  const { stdout } = await pilotlight(['plan', '--against', against, '--format', 'json']);
  const { nodes } = JSON.parse(stdout) as { nodes: { name: string; change: string }[] };
  return Object.fromEntries(nodes.map(({ name, change }) => [name, change]));
}

describe('plan against a release', () => {
  let release: string;

  beforeEach(async () => {
    rmSync('out', { recursive: true, force: true });
    copyLab('inventory');
    edit(
      lenovo3,
      'role: server',
      'role: server\nextraDisks:\n  - { device: /dev/disk/by-id/ata-HDD_1, label: longhorn, mount: /var/lib/longhorn }',
    );
    await pilotlight(['publish', '--out', 'out']);
    release = `out/releases/${readdirSync('out/releases')[0]}`;
  });

  test('tells that nothing changes, however the release is named', async () => {
    for (const name of [release, `${release}/manifest.json`, 'out']) {
      const { code, stdout, stderr } = await pilotlight(['plan', '--against', name]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/3 nodes: 3 no change · same release [0-9a-f]{12}/);
    }
  });

  test('tells what changes, with a diff that can be left out', async () => {
    edit(lenovo3, 'role: server', 'role: server\nlabels: { room: cellar }');
    const { code, stdout } = await pilotlight(['plan', '-a', release]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/lenovo3\.lab\.home\.lerenn\.net .* reimage needed/);
    expect(stdout).toMatch(/^ +\+.*room=cellar/m);
    expect(await changes(release)).toEqual({
      lenovo1: 'unchanged',
      lenovo2: 'unchanged',
      lenovo3: 'reimage',
    });
    const short = await pilotlight(['plan', '-a', release, '--no-diff']);
    expect(short.stdout).not.toMatch(/^ +\+/m);
  });

  test('tells of a version of K3s that leaves one out, as severely as the site has it', async () => {
    edit('inventory/site.yaml', 'version: v1.34.1+k3s1', 'source: upstream\n  version: v1.36.0+k3s1');
    const warned = await pilotlight(['plan', '-a', release, '--no-diff']);
    expect(warned.stdout).toContain('    K3s: v1.34.1+k3s1 → v1.36.0+k3s1\n');
    expect(warned.stdout).toMatch(/inventory\/site\.yaml:\d+:12 {2}warning PL4022 .* leaves out v1\.35/);
    edit('inventory/site.yaml', 'domain:', 'rules: { PL4022: off }\ndomain:');
    expect((await pilotlight(['plan', '-a', release])).stdout).not.toContain('PL4022');
  });

  test('tells of nodes that come and go', async () => {
    renameSync(lenovo3, 'inventory/nodes/lenovo4.yaml');
    expect(await changes(release)).toMatchObject({ lenovo3: 'removed', lenovo4: 'added' });
  });

  test('warns of data at risk at the line that says so', async () => {
    edit(lenovo3, 'mount: /var/lib/longhorn', 'mount: /var/lib/longhorn, wipe: true');
    const { code, stdout, stderr } = await pilotlight(['plan', '-a', release, '-f', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).counts.dataAtRisk).toBe(1);
    expect(stderr).toMatch(/inventory\/nodes\/lenovo3\.yaml:\d+:\d+ {2}warning PL4\d{3}/);
  });

  test('makes no plan of an inventory with errors, and leaves no folder', async () => {
    edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    const { code, stdout } = await pilotlight(['plan', '-a', release]);
    expect(code).toBe(1);
    expect(stdout).toContain('error PL1204');
    expect(stdout).not.toContain('NODE');
  });

  test('refuses a release whose manifest was broken', async () => {
    writeFileSync(`${release}/manifest.json`, '{"schemaVersion":1}');
    const { code, stderr } = await pilotlight(['plan', '-a', release]);
    expect(code).toBe(2);
    expect(stderr).toContain('holds no release that can be read');
  });

  test('asks which of two releases is meant, and for one where there is none', async () => {
    edit(lenovo3, 'role: server', 'role: server\nlabels: { room: cellar }');
    await pilotlight(['publish', '--out', 'out']);
    const two = await pilotlight(['plan', '-a', 'out']);
    expect(two.code).toBe(2);
    expect(two.stderr).toContain('out/releases holds 2 releases');
    for (const name of readdirSync('out/releases')) rmSync(`out/releases/${name}`, { recursive: true });
    const none = await pilotlight(['plan', '-a', 'out']);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('publish one first');
  });

  test('asks for what to compare with', async () => {
    const { code, stderr } = await pilotlight(['plan']);
    expect(code).toBe(2);
    expect(stderr).toContain("✗ required option '-a, --against <what>' not specified");
  });
});

describe('plan against a commit', () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { stdio: 'pipe' });

  beforeEach((context) => {
    requireTool('git', context);
    rmSync('.git', { recursive: true, force: true });
    copyLab('inventory');
    git('init', '--quiet', '--initial-branch=main');
    git('add', 'inventory');
    git('commit', '--quiet', '--message=first');
  });

  test('compares with a branch', async () => {
    edit(lenovo3, 'role: server', 'role: server\nlabels: { room: cellar }');
    expect(await changes('main')).toEqual({ lenovo1: 'unchanged', lenovo2: 'unchanged', lenovo3: 'reimage' });
  });

  test.each(['nowhere', '--output=x', '', 'main:inventory'])(
    'refuses %j, which is no commit',
    async (name) => {
      const { code, stderr } = await pilotlight(['plan', `--against=${name}`]);
      expect(code).toBe(2);
      expect(stderr).toContain('is neither a release nor a commit of the repository that holds inventory');
    },
  );

  test('says that the inventory of then has errors', async () => {
    edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    git('commit', '--quiet', '--all', '--message=broken');
    edit('inventory/nodes/lenovo2.yaml', '192.168.26.11', '192.168.26.12');
    const { code, stderr } = await pilotlight(['plan', '-a', 'HEAD']);
    expect(code).toBe(2);
    expect(stderr).toContain('the inventory of HEAD has errors, the first one: PL1204');
    expect(await changes('HEAD~1')).toMatchObject({ lenovo2: 'unchanged' });
  });

  test('says that there is no repository', async () => {
    rmSync('.git', { recursive: true });
    const { code, stderr } = await pilotlight(['plan', '-a', 'main']);
    expect(code).toBe(2);
    expect(stderr).toContain('"main" is neither a release nor a commit');
  });

  test('plans a site that was not there before as new', async () => {
    git('rm', '--quiet', '-r', '--cached', 'inventory');
    git('commit', '--quiet', '--message=gone');
    expect(new Set(Object.values(await changes('HEAD')))).toEqual(new Set(['added']));
  });

  test('prints several sites as one JSON document', async () => {
    copyLab('sites/north');
    copyLab('sites/south');
    edit('sites/south/site.yaml', 'name: lab', 'name: south');
    git('add', 'sites');
    git('commit', '--quiet', '--message=sites');
    const { stdout } = await pilotlight(['-i', 'sites', 'plan', '-a', 'HEAD', '-f', 'json']);
    const plans = JSON.parse(stdout) as Record<string, { counts: { unchanged: number } }>;
    expect(Object.entries(plans).map(([name, { counts }]) => [name, counts.unchanged])).toEqual([
      ['lab', 3],
      ['south', 3],
    ]);
  });
});
