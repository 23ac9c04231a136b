import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pilotlight } from './pilotlight.ts';
import { change, current, deploy, json, releases, root, useStorage } from './storage.ts';

useStorage();

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
      images: [
        { kind: 'coreos', path: 'images/coreos/44.20260707.3.1/x86_64', files: 3 },
        { kind: 'k3s', path: 'k3s/v1.34.1+k3s1', files: 3 },
      ],
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
    expect(dry.stdout).toMatch(/✓ 5\d\d KiB would be deleted\n$/);
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
