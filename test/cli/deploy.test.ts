import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyLab, edit, pilotlight, timeless, useLab } from './pilotlight.ts';
import { useStandIns } from './standIns.ts';

useLab();
beforeEach(() => {
  copyLab('inventory');
  for (const folder of ['storage', 'images', 'out']) rmSync(folder, { recursive: true, force: true });
  mkdirSync('storage');
  useStandIns();
});

const root = 'storage/pilotlight';
const releases = () => readdirSync(join(root, 'releases')).sort();
const deploy = (...more: string[]) => pilotlight(['deploy', '--to', 'storage', ...more]);
const json = (text: string) => JSON.parse(text);
/** Makes the lab's inventory another release. */
const change = (to: string) =>
  edit(
    'inventory/site.yaml',
    /max-pods=\d+/.exec(readFileSync('inventory/site.yaml', 'utf8'))?.[0] ?? '',
    `max-pods=${to}`,
  );
/** The release that the newest slot names. */
function current(): string {
  const [newest = ''] = ['a', 'b']
    .map((slot) => join(root, `state/current.${slot}`))
    .filter(existsSync)
    .map((path) => readFileSync(path, 'utf8').split(' '))
    .sort((a, b) => Number(b[2]) - Number(a[2]))
    .map(([, , , release]) => release ?? '');
  return newest;
}

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
        .replace(/ +/g, ' '),
    ).toContain(
      [
        `ACTION WHAT SIZE WHY`,
        `upload images/coreos/44.20260707.3.1/x86_64 260 B 4 files`,
        `upload release ${short} 116 KiB 20 files`,
        `switch to release ${short} machines boot it from then on`,
        '',
        'NODE CHANGE',
        'lenovo1.lab.home.lerenn.net added',
        'lenovo2.lab.home.lerenn.net added',
        'lenovo3.lab.home.lerenn.net added',
        '',
        '3 nodes: 3 added',
        'upload 116 KiB · keep 0 B · delete 0 B · free …',
        `✓ release ${short} is current · 116 KiB uploaded in N s`,
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

describe('the HTTP check', () => {
  let server: Server;
  let serving: (path: string) => Buffer | undefined;
  beforeEach(async () => {
    serving = (path) => (existsSync(join('storage', path)) ? readFileSync(join('storage', path)) : undefined);
    server = createServer((request, response) => {
      const bytes = serving(request.url ?? '');
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    edit(
      'inventory/site.yaml',
      'address: 192.168.26.1',
      `address: 192.168.26.1\n  target: directory\n  storage: ${process.cwd()}/storage\n  url: http://127.0.0.1:${port}/pilotlight`,
    );
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test('sees the release and the switch served', async () => {
    const { code, stderr } = await pilotlight(['deploy']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const status = await pilotlight(['status', '--no-compare']);
    expect(status.code).toBe(0);
    expect(status.stdout).toMatch(/✓ http:\/\/127\.0\.0\.1:\d+\/pilotlight serves the current release\n/);
    serving = () => undefined;
    const gone = await pilotlight(['status', '--no-compare', '--format', 'json']);
    expect(gone.code).toBe(1);
    expect(json(gone.stdout).health.problems[0].message).toMatch(/manifest\.json is not served: HTTP 404$/);
    expect((await pilotlight(['status', '--no-compare', '--skip-http-check'])).code).toBe(0);
  });

  test('keeps machines on the old release where the new one is not served', { timeout: 30_000 }, async () => {
    await pilotlight(['deploy']);
    const before = current();
    change('250');
    serving = () => Buffer.from('something else');
    const { code, stderr } = await pilotlight(['deploy']);
    expect(code).toBe(3);
    expect(stderr).toContain('nothing was switched');
    expect(current()).toBe(before);
    expect((await pilotlight(['deploy', '--skip-http-check'])).code).toBe(0);
    expect(current()).not.toBe(before);
  });
});

describe('status', () => {
  test('tells of an empty storage, a current release, and what differs', async () => {
    const empty = await pilotlight(['status', '--to', 'storage']);
    expect(empty.code).toBe(0);
    expect(empty.stdout).toContain('no release is there yet');
    await deploy();
    const first = current();
    change('250');
    await deploy();
    change('260');
    const { code, stdout, stderr } = await pilotlight(['status', '--to', 'storage', '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = json(stdout);
    expect(report).toMatchObject({
      version: 1,
      site: 'lab',
      lock: null,
      pointer: { sequence: 2, previous: first },
      releases: [{ state: 'current' }, { id: first, state: 'previous', files: 20 }],
      images: [{ kind: 'coreos', path: 'images/coreos/44.20260707.3.1/x86_64', files: 4 }],
      health: { problems: [], served: null },
      inventory: { counts: { reimage: 3 } },
    });
    expect(report.journal.map(({ event }: { event: string }) => event)).toEqual(['deployed', 'deployed']);
    const text = await pilotlight(['status', '--to', 'storage', '--no-compare']);
    expect(text.stdout).toContain('inventory: not compared: not asked for\n');
    const markdown = await pilotlight(['status', '--to', 'storage', '--format', 'markdown']);
    expect(markdown.stdout).toContain('## Pilotlight: storage of lab');
  });

  test('names who holds the lock; unlock gives it back by its token alone', async () => {
    await deploy();
    const state = join(root, 'state');
    const [lock = ''] = readdirSync(state).filter((name) => name.startsWith('lock.'));
    rmSync(join(state, lock, 'released'));
    const status = await pilotlight(['status', '--to', 'storage', '--format', 'json']);
    const { owner } = json(status.stdout).lock;
    expect(owner.command).toBe('deploy');
    const wrong = await pilotlight(['unlock', 'nobody', '--to', 'storage']);
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no lock has the token "nobody"'),
    });
    const given = await pilotlight(['unlock', owner.token, '--to', 'storage']);
    expect(given).toEqual({ code: 0, stdout: '✓ the lock of lab is free\n', stderr: '' });
    expect((await pilotlight(['status', '--to', 'storage'])).stdout).toContain('lock: free\n');
  });
});

describe('rollback', () => {
  test('goes to the previous release, or to one that is named', async () => {
    await deploy();
    const first = current();
    change('250');
    await deploy();
    const second = current();
    const back = await pilotlight(['rollback', '--to', 'storage']);
    expect(back).toEqual({
      code: 0,
      stdout: `✓ lab: release ${first.slice(0, 12)} is current again; it was ${second.slice(0, 12)}\n`,
      stderr: '',
    });
    expect(current()).toBe(first);
    const named = await pilotlight(['rollback', second.slice(0, 12), '--to', 'storage', '-f', 'json']);
    expect(json(named.stdout)).toMatchObject({
      version: 1,
      site: 'lab',
      from: first,
      to: second,
      warnings: [],
    });
    const same = await pilotlight(['rollback', second, '--to', 'storage']);
    expect(same.stdout).toContain('is current already');
    const unknown = await pilotlight(['rollback', 'ffffffffffff', '--to', 'storage']);
    expect(unknown.code).toBe(4);
    expect(current()).toBe(second);
  });
});

describe('verify', () => {
  test('names what is damaged, and the next deploy mends it', async () => {
    await deploy();
    const id = current();
    const whole = await pilotlight(['verify', '--to', 'storage']);
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    expect(whole.stdout).toContain('verified, nothing is damaged\n');
    writeFileSync(join(root, 'releases', id, 'boot.ipxe'), '#!ipxe\nshell\n');
    const damaged = await pilotlight(['verify', '--to', 'storage', '--format', 'json']);
    expect(damaged.code).toBe(1);
    expect(json(damaged.stdout).damaged).toEqual([{ path: `releases/${id}`, files: ['boot.ipxe'] }]);
    const status = await pilotlight(['status', '--to', 'storage', '--no-compare']);
    expect(status.code).toBe(1);
    expect(status.stdout).toContain('✗ no release is current');
    expect((await deploy()).code).toBe(0);
    expect((await pilotlight(['verify', '--to', 'storage'])).code).toBe(0);
    expect(current()).toBe(id);
  });
});

describe('gc', () => {
  test('deletes what no kept release needs, and says so before', async () => {
    for (const pods of ['201', '202', '203', '204']) {
      change(pods);
      await deploy();
    }
    expect(releases()).toHaveLength(4);
    const dry = await pilotlight(['gc', '--dry-run', '--keep', '1', '--to', 'storage']);
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toMatch(/✓ 2\d\d KiB would be deleted\n$/);
    expect(releases()).toHaveLength(4);
    const done = await pilotlight(['gc', '--keep', '1', '--to', 'storage', '--format', 'json']);
    expect(json(done.stdout)).toMatchObject({ version: 1, site: 'lab', dryRun: false, warnings: [] });
    expect(releases()).toHaveLength(2);
    const again = await pilotlight(['gc', '--keep', '1', '--to', 'storage']);
    expect(again.stdout).toContain('✓ nothing to delete\n');
  });
});

describe('wrong usage', () => {
  test.each([
    [['deploy', '--lock-timeout', 'soon'], 'Write it as 90s, 5m or 1h.'],
    [['gc', '--keep', 'all'], 'Write a number, such as 5.'],
    [['unlock'], "missing required argument 'token'"],
    [['deploy', '--to', 'nowhere'], 'nowhere'],
    [['deploy', '--to', 'storage', '--release', 'nowhere'], 'nowhere holds no release'],
    [['deploy', '--to', 'storage', '--carry-out', 'nowhere'], 'cannot read nowhere'],
    [['status', '--to', 'storage', '--format', 'yaml'], 'Allowed choices are text, json, markdown'],
  ])('%j is said so', async (args, said) => {
    const { code, stderr } = await pilotlight(args);
    expect(code).toBeGreaterThan(1);
    expect(stderr).toContain(said);
  });
});
