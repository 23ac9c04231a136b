import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createMessage, generateKey, readPrivateKey, sign } from 'openpgp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FileServer, sha, startFileServer } from '../images/fileServer.ts';
import { firstVersion, forgetK3s, mirrors, publishCoreos, publishK3s } from '../images/origins.ts';
import { copyLab, pilotlight, useLab } from './pilotlight.ts';

useLab();

const lock = 'inventory/images.lock.yaml';
const folder = `images/coreos/${firstVersion}/x86_64-metal`;
const image = `${folder}/fedora-coreos-${firstVersion}-metal.x86_64.raw.xz`;
const signatureOf = `/coreos/prod/streams/stable/builds/${firstVersion}/x86_64/fedora-coreos-${firstVersion}-metal.x86_64.raw.xz.sig`;
let server: FileServer;
let signature: Uint8Array;

beforeAll(async () => {
  server = await startFileServer();
  const userIDs = [{ name: 'Test', email: 'test@example.org' }];
  const { privateKey } = await generateKey({ userIDs, type: 'ecc', format: 'armored' });
  const signingKeys = await readPrivateKey({ armoredKey: privateKey });
  const message = await createMessage({ text: 'something' });
  signature = (await sign({ message, signingKeys, detached: true, format: 'binary' })) as Uint8Array;
});
afterAll(() => server.close());
beforeEach(() => {
  for (const each of ['inventory', 'cache', 'stick']) rmSync(each, { recursive: true, force: true });
  copyLab('inventory');
  forgetK3s(lock);
  server.files.clear();
  server.requests.length = 0;
  publishCoreos(server, { signature });
  publishK3s(server);
  setSite('  installer: { source: metalImage }\n');
});

/** Gives the lab settings of nodes; no signature is checked on this machine, so that only the installer's counts. */
function setSite(settings: string): void {
  const site = readFileSync('inventory/site.yaml', 'utf8').replace(
    /^ {2}installer: .*\n|^images: .*\n/gm,
    '',
  );
  writeFileSync(
    'inventory/site.yaml',
    `${site.replace('defaults:\n', `defaults:\n${settings}`)}images: { keys: [] }\n`,
  );
}

const environment = () => ({ ...mirrors(server), PILOTLIGHT_IMAGES: 'cache' });
const images = (...args: string[]) => pilotlight(['images', ...args], { environment: environment() });
const deploy = () =>
  pilotlight(['deploy', '--to', 'stick', '--skip-http-check'], { environment: environment() });

async function lockAndFetch(): Promise<void> {
  expect(await images('lock')).toMatchObject({ code: 0, stderr: '' });
  expect(await images('fetch')).toMatchObject({ code: 0, stderr: '' });
}

describe('the metal image', () => {
  test('is locked with the hash and size of its signature', async () => {
    expect((await images('lock')).code).toBe(0);
    const text = readFileSync(lock, 'utf8');
    expect(text).toContain(`signatureSha256: ${sha(signature)}`);
    expect(text).toContain(`signatureSize: ${signature.length}`);
    expect((await pilotlight(['check'])).code).toBe(0);
    server.requests.length = 0;
    expect((await images('lock')).stdout).toContain('nothing to change');
    expect(server.requests).not.toContain(`GET ${signatureOf}`);
  });

  test('is not locked with a signature that is none', async () => {
    server.files.set(signatureOf, { bytes: Buffer.from('<html>') });
    const before = readFileSync(lock, 'utf8');
    const { code, stderr } = await images('lock');
    expect(code).toBe(3);
    expect(stderr).toContain('is no OpenPGP signature');
    expect(readFileSync(lock, 'utf8')).toBe(before);
  });

  test('of an older lock lacks its signature: check says so, and lock adds it', async () => {
    const { code, stdout } = await images('lock', '--check');
    expect(code).toBe(1);
    expect(stdout).toContain('  the signature of the metal image of Fedora CoreOS stable for x86_64\n');
    const checked = await pilotlight(['check']);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('PL1282');
    setSite('  installer: { source: metalImage, insecure: true }\n');
    expect((await pilotlight(['check'])).stdout).not.toContain('PL1282');
  });

  test('lies on the storage with its signature, in a folder of its own', async () => {
    await lockAndFetch();
    expect(readFileSync(`cache/${image}.sig`)).toEqual(Buffer.from(signature));
    mkdirSync('stick');
    expect((await deploy()).code).toBe(0);
    expect(readFileSync(`stick/pilotlight/${image}.sig`)).toEqual(Buffer.from(signature));
    const sums = readFileSync(`stick/pilotlight/${folder}/SHA256SUMS`, 'utf8');
    expect(sums).toContain(`${sha(signature)}  fedora-coreos-${firstVersion}-metal.x86_64.raw.xz.sig\n`);
    const rendered = await pilotlight(['render', 'nodes/lenovo1.lab.home.lerenn.net/install.ipxe']);
    expect(rendered.stdout).toContain(`coreos.inst.image_url=http://192.168.26.1:8069/${image} `);
    const verified = await pilotlight(['verify', '--to', 'stick']);
    expect(verified).toMatchObject({ code: 0 });
  });

  test('is not on the storage where no node installs it, and what machines boot stays as it is', async () => {
    await lockAndFetch();
    mkdirSync('stick');
    expect((await deploy()).code).toBe(0);
    setSite('');
    const { code, stdout } = await deploy();
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/^upload +images/m);
    const back = await pilotlight(['rollback', '--to', 'stick']);
    expect(back.code).toBe(0);
    expect(existsSync(`stick/pilotlight/${image}`)).toBe(true);
    rmSync('stick', { recursive: true });
    mkdirSync('stick');
    expect((await deploy()).code).toBe(0);
    expect(existsSync(`stick/pilotlight/${folder}`)).toBe(false);
    expect((await images('fetch')).stdout).not.toContain('metal');
  });

  test('is not fetched with another signature than the one of the lock', async () => {
    expect((await images('lock')).code).toBe(0);
    server.files.set(signatureOf, { bytes: Buffer.alloc(signature.length, 'x') });
    const { code, stdout } = await images('fetch');
    expect(code).toBe(3);
    expect(stdout).toContain(`${image}.sig was refused and deleted`);
    expect(existsSync(`cache/${image}.sig`)).toBe(false);
    mkdirSync('stick');
    const deployed = await deploy();
    expect(deployed.code).not.toBe(0);
    expect(deployed.stdout + deployed.stderr).toContain(`${image}.sig`);
  });
});
