import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyLab, edit, pilotlight, timeless } from './pilotlight.ts';
import { useStandIns } from './standIns.ts';
import { change, current, deploy, json, releases, root, useStorage } from './storage.ts';

useStorage();

describe('deploy', () => {
  test('plans, uploads and switches; the second time there is nothing to do', async () => {
    const first = await deploy();
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const [id = ''] = releases();
    expect(current()).toBe(id);
    const short = id.slice(0, 12);
    expect(
      timeless(first.stdout)
        .replace(/free .*/, 'free …')
        .replaceAll(/\d+ KiB/g, 'N KiB')
        .replace(/ +/g, ' '),
    ).toContain(
      [
        `ACTION WHAT SIZE WHY`,
        `upload images/coreos/44.20260707.3.1/x86_64 197 B 3 files`,
        `upload k3s/v1.34.1+k3s1 86 B 3 files`,
        `upload release ${short} N KiB 20 files`,
        `switch to release ${short} machines boot it from then on`,
        '',
        'NODE CHANGE',
        'lenovo1.lab.home.lerenn.net added',
        'lenovo2.lab.home.lerenn.net added',
        'lenovo3.lab.home.lerenn.net added',
        '',
        '3 nodes: 3 added',
        'upload N KiB · keep 0 B · delete 0 B · free …',
        `✓ release ${short} is current · N KiB uploaded in N s`,
        '',
      ].join('\n'),
    );
    const lock = readdirSync(join(root, 'state'));
    const again = await deploy();
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain(`✓ nothing to do: release ${short} is current\n`);
    expect(readdirSync(join(root, 'state'))).toEqual(lock);
  });

  test('with --plan does nothing, and what it printed can be carried out', async () => {
    await deploy();
    change('250');
    const before = current();
    const planned = await deploy('--plan', '--format', 'json');
    expect(planned).toMatchObject({ code: 0, stderr: '' });
    expect(current()).toBe(before);
    const report = json(planned.stdout);
    expect(report).toMatchObject({
      version: 1,
      site: 'lab',
      changes: true,
      problems: [],
      outcome: null,
      nodes: { counts: { reimage: 3 } },
      plan: { base: { release: before, sequence: 1 } },
    });
    expect(report.plan.changes.map(({ action }: { action: string }) => action)).toEqual([
      'keep',
      'keep',
      'keep',
      'upload',
      'switch',
    ]);
    writeFileSync('plan.json', planned.stdout);
    const done = await deploy('--carry-out', 'plan.json', '--format', 'json');
    expect(done.code).toBe(0);
    expect(json(done.stdout).outcome).toMatchObject({ changed: true, warnings: [] });
    expect(current()).toBe(report.plan.release);

    change('260');
    const other = await deploy('--carry-out', 'plan.json');
    expect(other.code).toBe(4);
    expect(other.stderr).toContain('✗ the storage is not what the plan was made for');
    expect(current()).toBe(report.plan.release);
  });

  test.each([
    ['', 'plan.json holds no plan for lab'],
    [
      '{"version":1,"site":"lab","plan":{"schemaVersion":1,"release":"a","base":null,"changes":[null]}}',
      'holds no plan for lab',
    ],
    ['[]', 'holds no plan for lab'],
  ])('takes no plan that is none: %s', async (text, said) => {
    writeFileSync('plan.json', text);
    const { code, stderr } = await deploy('--carry-out', 'plan.json');
    expect({ code, said: stderr.includes(said) }).toEqual({ code: 2, said: true });
    expect(existsSync(root)).toBe(false);
  });

  test('takes a published release, and refuses one that was changed since', async () => {
    await pilotlight(['publish', '--out', 'out']);
    const [id = ''] = readdirSync('out/releases');
    const release = join('out/releases', id);
    edit(join(release, 'boot.ipxe'), '#!ipxe', '#!ipxe ');
    const broken = await deploy('--release', release);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain('error PL4007');
    expect(existsSync(root)).toBe(false);
    edit(join(release, 'boot.ipxe'), '#!ipxe ', '#!ipxe');
    // What is wrong with the inventory by now is no reason against it.
    edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    expect(await deploy('--release', 'out')).toMatchObject({ code: 0, stderr: '' });
    expect(current()).toBe(id);
  });

  test('deploys nothing of an inventory with errors', async () => {
    edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    const { code, stdout } = await deploy();
    expect(code).toBe(1);
    expect(stdout).toContain('error PL1204');
    expect(existsSync(root)).toBe(false);
  });

  test('keeps to the release that was expected', async () => {
    const refused = await deploy('--expect-release', '0123456789ab');
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain('not the one that was expected, 0123456789ab');
    expect(await deploy('--expect-release', 'lenovo')).toMatchObject({ code: 2 });
    expect(existsSync(root)).toBe(false);
    const planned = json((await deploy('--plan', '--format', 'json')).stdout);
    expect((await deploy('--expect-release', planned.plan.release.slice(0, 12))).code).toBe(0);
  });

  test('says which image files are on neither side, and uploads nothing', async () => {
    rmSync('images', { recursive: true });
    const planned = await deploy('--plan');
    expect(planned.code).toBe(3);
    expect(planned.stdout).toContain('fedora-coreos-44.20260707.3.1-live-rootfs.x86_64.img');
    const { code, stderr } = await deploy();
    expect(code).toBe(3);
    expect(stderr).toContain('fedora-coreos-44.20260707.3.1-live-rootfs.x86_64.img');
    expect(existsSync(root)).toBe(false);
  });

  test('does not say a release is whole whose image is another one', async () => {
    for (const name of readdirSync('images/coreos/44.20260707.3.1/x86_64')) {
      const path = join('images/coreos/44.20260707.3.1/x86_64', name);
      writeFileSync(path, readFileSync(path, 'utf8').toUpperCase());
    }
    const { code, stderr } = await deploy();
    expect(code).not.toBe(0);
    expect(stderr).toContain('SHA-256');
    expect(current()).toBe('');
  });

  test('prints Markdown for a job summary', async () => {
    const { stdout } = await deploy('--format', 'markdown');
    expect(stdout).toMatch(
      /^## Pilotlight: deploy of lab\n\n✅ release <code>[0-9a-f]{12}<\/code> is current/,
    );
  });

  test('draws its progress on a terminal, and takes it away', async () => {
    const { code, stdout, stderr } = await pilotlight(['deploy', '--to', 'storage'], { terminal: true });
    expect(code).toBe(0);
    expect(stderr).toContain('\r\u001b[Kuploading  ');
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
    expect(stdout).toContain('\u001b[32m✓\u001b[39m release');
  });

  test('deploys several sites one after the other, also beside a broken one', async () => {
    for (const name of ['north', 'south', 'west']) {
      copyLab(`sites/${name}`);
      edit(`sites/${name}/site.yaml`, 'name: lab', `name: ${name}`);
      edit(
        `sites/${name}/site.yaml`,
        'address: 192.168.26.1',
        `address: 192.168.26.1\n  target: directory\n  storage: ${process.cwd()}/storage/${name}`,
      );
      mkdirSync(`storage/${name}`);
      useStandIns(`sites/${name}/images.lock.yaml`);
    }
    edit('sites/north/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    const run = await pilotlight(['-i', 'sites', 'deploy', '--skip-http-check', '--format', 'json']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('error PL1204');
    expect(Object.keys(json(run.stdout))).toEqual(['south', 'west']);
    expect(readdirSync('storage/south/pilotlight/releases')).toHaveLength(1);
    expect(existsSync('storage/north/pilotlight')).toBe(false);
    const one = await pilotlight(['-i', 'sites', 'rollback']);
    expect(one.code).toBe(2);
    expect(one.stderr).toContain('name it with --site: north, south, west');
  });
});
