import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createMessage, generateKey, readPrivateKey, sign } from 'openpgp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { imageCache } from '../../../src/adapters/images/cache.ts';
import { downloads } from '../../../src/adapters/images/downloads.ts';
import { localFile } from '../../../src/adapters/images/folder.ts';
import { signatures } from '../../../src/adapters/images/signatures.ts';
import { fetchAll } from '../../../src/images/fetch/fetchAll.ts';
import type { PinnedFile } from '../../../src/images/files.ts';
import { importFiles } from '../../../src/images/import.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import { type FileServer, sha, startFileServer } from '../fileServer.ts';

const content = Buffer.alloc(100_000, 'what a machine is installed from; ');
const path = 'images/coreos/44.1/x86_64/kernel';
let server: FileServer;
let folder: string;
let stick: string;
let key: { privateKey: string; publicKey: string };
let good: Uint8Array;
let wrong: Uint8Array;

async function signed(bytes: Uint8Array): Promise<Uint8Array> {
  const message = await createMessage({ binary: new Uint8Array(bytes) });
  const signingKeys = await readPrivateKey({ armoredKey: key.privateKey });
  return (await sign({ message, signingKeys, detached: true, format: 'binary' })) as Uint8Array;
}

beforeAll(async () => {
  server = await startFileServer();
  const userIDs = [{ name: 'Fedora (99)', email: 'fedora@example.org' }];
  key = await generateKey({ userIDs, type: 'ecc', format: 'armored' });
  good = await signed(content);
  wrong = await signed(Buffer.from('another'));
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-later-'));
  stick = mkdtempSync(join(tmpdir(), 'pilotlight-stick-'));
  server.files.clear();
  server.requests.length = 0;
});
afterEach(() => {
  for (const each of [folder, stick]) rmSync(each, { recursive: true, force: true });
});

const file = (): PinnedFile => ({
  path,
  url: `${server.origin}/kernel`,
  sha256: sha(content) as Digest,
  size: content.length,
  signature: `${server.origin}/kernel.sig`,
});

function put(name: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(stick, name)), { recursive: true });
  writeFileSync(join(stick, name), bytes);
}

function bring() {
  const paths = readdirSync(stick, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(stick.length + 1));
  const source = { paths, open: (each: string) => localFile(join(stick, each)) };
  return importFiles([file()], source, { cache: imageCache(folder), keys: [key.publicKey], signatures });
}

async function fetching(requireSignatures = false) {
  const opened = downloads({ idleMilliseconds: 60_000, environment: {} });
  try {
    const tools = {
      downloads: opened,
      cache: imageCache(folder),
      signatures,
      keys: [key.publicKey],
      mirrored: (url: string) => url,
      wait: () => Promise.reject(new Error('nothing waits here')),
    };
    const [outcome] = await fetchAll([file()], tools, { parallel: 1, requireSignatures });
    return outcome;
  } finally {
    opened.close();
  }
}

describe('a file that was imported without its signature', () => {
  beforeEach(async () => {
    put('kernel', content);
    expect(await bring()).toMatchObject([{ outcome: 'imported', signature: 'unchecked' }]);
  });

  test('stays, and needs no network: its hash is that of the lock', async () => {
    expect(await fetching()).toMatchObject({ outcome: 'there', signature: 'unchecked' });
    expect(server.requests).toEqual(['GET /kernel.sig']);
    expect(await bring()).toMatchObject([{ outcome: 'there', signature: 'unchecked' }]);
  });

  test('is not enough where signatures are required', async () => {
    expect(await fetching(true)).toMatchObject({ outcome: 'failed', failure: { kind: 'refused' } });
    expect(readFileSync(join(folder, path))).toEqual(content);
  });

  test('is checked once the signature comes, and not fetched again', async () => {
    server.files.set('/kernel.sig', { bytes: good });
    expect(await fetching(true)).toMatchObject({ outcome: 'there', signature: 'valid' });
    expect(server.requests).toEqual(['GET /kernel.sig']);
    expect(readFileSync(join(folder, `${path}.sig`))).toEqual(Buffer.from(good));
    expect(await fetching(true)).toMatchObject({ outcome: 'there', signature: 'valid' });
    expect(server.requests).toHaveLength(1);
  });

  test('is removed when the signature that comes is wrong', async () => {
    server.files.set('/kernel.sig', { bytes: wrong });
    expect(await fetching()).toMatchObject({
      outcome: 'failed',
      failure: { message: expect.stringContaining('the signature is wrong') },
    });
    expect(existsSync(join(folder, path))).toBe(false);
  });

  test('is checked when it is imported again, with it', async () => {
    put('kernel.sig', good);
    expect(await bring()).toMatchObject([{ signature: 'valid' }]);
    expect(await fetching(true)).toMatchObject({ outcome: 'there', signature: 'valid' });
    expect(server.requests).toEqual([]);
  });
});

test('a file that was imported with a wrong signature is not taken', async () => {
  put('deep/kernel', content);
  put('deep/kernel.sig', wrong);
  expect(await bring()).toMatchObject([
    { outcome: 'different', problem: expect.stringContaining('the signature is wrong') },
  ]);
  expect(existsSync(join(folder, path))).toBe(false);
});
