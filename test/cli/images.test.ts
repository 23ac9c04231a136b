import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createMessage, generateKey, readPrivateKey, sign } from 'openpgp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FileServer, sha, startFileServer } from '../images/fileServer.ts';
import {
  contentOf,
  firstVersion,
  forgetK3s,
  k3sVersion,
  mirrors,
  publishCoreos,
  publishK3s,
} from '../images/origins.ts';
import { copyLab, pilotlight, useLab } from './pilotlight.ts';

useLab();

let server: FileServer;
const lock = 'inventory/images.lock.yaml';
const rootfs = `images/coreos/${firstVersion}/x86_64/fedora-coreos-${firstVersion}-live-rootfs.x86_64.img`;

beforeAll(async () => {
  server = await startFileServer();
});
afterAll(() => server.close());
beforeEach(() => {
  for (const folder of ['inventory', 'cache', 'stick']) rmSync(folder, { recursive: true, force: true });
  copyLab('inventory');
  forgetK3s(lock);
  server.files.clear();
  server.requests.length = 0;
  publishCoreos(server);
  publishK3s(server);
});

const images = (...args: string[]) =>
  pilotlight(['images', ...args], { environment: { ...mirrors(server), PILOTLIGHT_IMAGES: 'cache' } });

/** Without signatures: what the server of the test has are none. */
async function lockWithoutKeys(): Promise<void> {
  writeFileSync(
    'inventory/site.yaml',
    `${readFileSync('inventory/site.yaml', 'utf8')}\nimages: { keys: [] }\n`,
  );
  expect((await images('lock')).code).toBe(0);
}

describe('images lock', () => {
  test('writes what the nodes want, names the origins, and keeps the comments', async () => {
    const { code, stdout, stderr } = await images('lock');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`+ K3s ${k3sVersion} for x86_64`);
    expect(stdout).toContain('- Fedora CoreOS stable for aarch64');
    const text = readFileSync(lock, 'utf8');
    expect(text).toMatch(/^# yaml-language-server: .*\n# From https:/);
    expect(text).toContain('url: https://builds.coreos.fedoraproject.org/prod/streams/stable/builds/');
    expect(text).toContain('url: https://github.com/k3s-io/k3s/releases/download/v1.34.1%2Bk3s1/k3s\n');
    expect(text).toContain(`sha256: ${sha(contentOf(`${k3sVersion} install.sh`))}`);
    expect(text).toContain(`size: ${contentOf(`${firstVersion} live-kernel.x86_64`).length}`);
    expect(text).not.toContain('metalImage');
    expect(text).not.toContain(server.origin);
    expect((await pilotlight(['check'])).code).toBe(0);
  });

  test('a second time changes nothing', async () => {
    await images('lock');
    const before = readFileSync(lock, 'utf8');
    expect((await images('lock')).stdout).toContain('nothing to change');
    expect(readFileSync(lock, 'utf8')).toBe(before);
  });

  test('takes the newest release of a stream, and a pinned one by itself', async () => {
    await images('lock');
    publishCoreos(server, { version: '44.20260801.3.0' });
    const planned = await images('lock', '--plan');
    expect(planned.stdout).toContain(`~ Fedora CoreOS stable for x86_64: ${firstVersion} → 44.20260801.3.0`);
    expect(readFileSync(lock, 'utf8')).toContain(firstVersion);
    const site = readFileSync('inventory/site.yaml', 'utf8');
    publishCoreos(server, { version: '43.20260101.3.0' });
    publishCoreos(server, { version: '44.20260801.3.0' });
    writeFileSync('inventory/site.yaml', `${site}\ncoreos: { version: 43.20260101.3.0 }\n`);
    expect((await images('lock', '--check')).code).toBe(1);
    expect((await images('lock')).code).toBe(0);
    expect(readFileSync(lock, 'utf8')).toContain('version: 43.20260101.3.0');
    expect(server.requests).toContain('GET /coreos/prod/streams/stable/builds/43.20260101.3.0/release.json');
  });

  test('has iPXE where it is asked for', async () => {
    writeFileSync('snponly.efi', 'a program');
    const site = readFileSync('inventory/site.yaml', 'utf8');
    writeFileSync(
      'inventory/site.yaml',
      `${site}\nimages:\n  ipxe:\n    - { architecture: x86_64, path: ../snponly.efi }\n`,
    );
    expect((await images('lock')).code).toBe(0);
    expect(readFileSync(lock, 'utf8')).toContain(`sha256: ${sha(Buffer.from('a program'))}`);
  });

  test('--check tells what is missing, asks nobody and writes nothing', async () => {
    const before = readFileSync(lock, 'utf8');
    const { code, stdout } = await images('lock', '--check');
    expect(code).toBe(1);
    expect(stdout).toContain(`  K3s ${k3sVersion} for x86_64\n`);
    expect(server.requests).toEqual([]);
    expect(readFileSync(lock, 'utf8')).toBe(before);
    await images('lock');
    expect((await images('lock', '--check')).code).toBe(0);
  });

  test('makes a lock where there is none', async () => {
    rmSync(lock);
    expect((await images('lock')).code).toBe(0);
    expect(readFileSync(lock, 'utf8')).toMatch(/^# Written by pilotlight images lock\.\n/);
  });

  test.each([
    ['nothing', Buffer.from('{}'), 'has nothing for x86_64'],
    ['no JSON', Buffer.from('<html>'), 'it has no JSON'],
  ])('leaves the lock as it is when the metadata is %s', async (_what, bytes, said) => {
    const before = readFileSync(lock, 'utf8');
    server.files.set('/coreos/streams/stable.json', { bytes });
    const { code, stderr } = await images('lock');
    expect(code).toBe(3);
    expect(stderr).toContain(said);
    expect(readFileSync(lock, 'utf8')).toBe(before);
  });

  test('refuses a stream that no node wants', async () => {
    const { code, stderr } = await images('lock', '--stream', 'next');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('streams that nodes want: stable'),
    });
  });
});

describe('images fetch', () => {
  test('brings everything, once, and says what was not checked', async () => {
    await lockWithoutKeys();
    const { code, stdout } = await images('fetch');
    expect(code).toBe(0);
    expect(stdout).toContain(`✓ ${rootfs}: fetched, `);
    expect(stdout).toContain('sha256 verified, signature not checked\n');
    expect(stdout).toMatch(/✓ 6 files in cache/);
    expect(sha(readFileSync(`cache/${rootfs}`))).toBe(
      sha(contentOf(`${firstVersion} live-rootfs.x86_64.img`)),
    );
    server.requests.length = 0;
    expect((await images('fetch')).stdout).toContain(`✓ ${rootfs}: is there`);
    expect(server.requests).toEqual([]);
  });

  test('is what deploy takes', async () => {
    await lockWithoutKeys();
    await images('fetch');
    mkdirSync('stick');
    const environment = { PILOTLIGHT_IMAGES: 'cache' };
    const { code } = await pilotlight(['deploy', '--to', 'stick', '--skip-http-check'], { environment });
    expect(code).toBe(0);
    expect(existsSync(`stick/pilotlight/${rootfs}`)).toBe(true);
    const bare = await pilotlight(['deploy', '--to', 'bare', '--skip-http-check'], {
      environment: { PILOTLIGHT_IMAGES: 'nothing' },
    });
    expect(bare.stdout + bare.stderr).toContain('pilotlight images fetch');
  });

  test('fails on signatures that are none, by Fedora’s own keys', async () => {
    await images('lock');
    const { code, stdout } = await images('fetch');
    expect(code).toBe(3);
    expect(stdout).toContain('the signature cannot be read');
    expect(existsSync(`cache/${rootfs}`)).toBe(false);
    expect(existsSync(`cache/k3s/${k3sVersion}/k3s`)).toBe(true);
  });

  test('--require-signatures takes signatures by the key that site.yaml names, and nothing else', async () => {
    const userIDs = [{ name: 'Test', email: 'test@example.org' }];
    const key = await generateKey({ userIDs, type: 'ecc', format: 'armored' });
    const signingKeys = await readPrivateKey({ armoredKey: key.privateKey });
    for (const [path, { bytes }] of [...server.files]) {
      const signed = server.files.get(`${path}.sig`);
      if (signed === undefined) continue;
      const message = await createMessage({ binary: new Uint8Array(bytes) });
      signed.bytes = (await sign({ message, signingKeys, detached: true, format: 'binary' })) as Uint8Array;
    }
    writeFileSync('inventory/key.asc', key.publicKey);
    const site = readFileSync('inventory/site.yaml', 'utf8');
    writeFileSync('inventory/site.yaml', `${site}\nimages: { keys: [key.asc] }\n`);
    await images('lock');
    const { code, stdout } = await images('fetch', '--require-signatures');
    expect(code).toBe(0);
    expect(stdout.match(/signed by [0-9A-F]{40,}/g)).toHaveLength(3);
    const verified = await images('verify');
    expect(verified.code).toBe(0);
    expect(verified.stdout.match(/signature valid/g)).toHaveLength(3);
    writeFileSync('inventory/site.yaml', `${site}\nimages: { keys: [] }\n`);
    const refused = await images('fetch', '--require-signatures');
    expect(refused.code).toBe(4);
    writeFileSync('inventory/site.yaml', `${site}\nimages: { keys: [keys/none.asc] }\n`);
    expect((await images('fetch')).stderr).toContain('there is no inventory/keys/none.asc');
  });

  test('one file that fails does not stop the others', async () => {
    await lockWithoutKeys();
    server.files.set(`/k3s/${encodeURIComponent(k3sVersion)}/k3s`, {
      bytes: contentOf('other file of this size'),
    });
    const { code, stdout } = await images('fetch');
    expect(code).toBe(3);
    expect(stdout).toContain('1 file of 6 missing');
    expect(existsSync(`cache/${rootfs}`)).toBe(true);
  });
});

describe('the cache', () => {
  beforeEach(async () => {
    await lockWithoutKeys();
    expect((await images('fetch')).code).toBe(0);
  });

  test('is verified: what is damaged is removed, and comes back', async () => {
    expect((await images('verify')).code).toBe(0);
    const bytes = readFileSync(`cache/${rootfs}`);
    bytes[100] = 0;
    const { mtime } = statSync(`cache/${rootfs}`);
    writeFileSync(`cache/${rootfs}`, bytes);
    expect(mtime).toBeInstanceOf(Date);
    const { code, stdout } = await images('verify');
    expect(code).toBe(1);
    expect(stdout).toContain(`✗ ${rootfs} was removed: it has the SHA-256`);
    expect((await images('verify')).stdout).toContain(`! ${rootfs} is not there`);
    expect((await images('fetch')).code).toBe(0);
    expect((await images('verify', '--format', 'json')).code).toBe(0);
  });

  test('is pruned of what no lock names, and of nothing else', async () => {
    mkdirSync('cache/mine', { recursive: true });
    mkdirSync('cache/k3s/v1.0.0+k3s1', { recursive: true });
    for (const path of ['cache/mine/k3s', 'cache/k3s/v1.0.0+k3s1/k3s', 'cache/k3s/notes'])
      writeFileSync(path, 'x');
    const dry = await images('prune', '--dry-run');
    expect(dry.stdout).toContain('- k3s/v1.0.0+k3s1/k3s: 1 B\n');
    expect(existsSync('cache/k3s/v1.0.0+k3s1/k3s')).toBe(true);
    expect((await images('prune')).stdout).toContain('1 file removed');
    expect(existsSync('cache/k3s/v1.0.0+k3s1')).toBe(false);
    expect(existsSync('cache/mine/k3s')).toBe(true);
    expect(existsSync('cache/k3s/notes')).toBe(true);
    expect((await images('verify')).code).toBe(0);
  });

  test('is not pruned while a lock cannot be read', async () => {
    writeFileSync(lock, 'coreos: [');
    expect((await images('prune')).code).toBe(4);
    expect(existsSync(`cache/${rootfs}`)).toBe(true);
  });

  test('is filled from a folder, wherever in it the files are', async () => {
    renameSync('cache', 'stick');
    mkdirSync('stick/deep/down', { recursive: true });
    renameSync(`stick/${rootfs}`, `stick/deep/down/${rootfs.split('/').at(-1)}`);
    rmSync(`stick/k3s/${k3sVersion}/install.sh`);
    writeFileSync(`stick/k3s/${k3sVersion}/k3s`, 'wrong');
    server.requests.length = 0;
    const { code, stdout } = await images('import', 'stick');
    expect(code).toBe(3);
    expect(stdout).toContain('from deep/down/');
    expect(stdout).toContain('2 files of 6 missing');
    expect(existsSync(`cache/k3s/${k3sVersion}/k3s`)).toBe(false);
    expect((await images('fetch')).stdout).toMatch(/✓ 6 files/);
    expect(server.requests).toEqual([expect.stringMatching(/GET \/k3s/), expect.stringMatching(/GET \/k3s/)]);
    expect((await images('import', 'nowhere')).code).toBe(2);
  });
});
