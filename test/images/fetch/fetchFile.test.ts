import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMessage, generateKey, readPrivateKey, sign } from 'openpgp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { imageCache } from '../../../src/adapters/images/cache.ts';
import { downloads } from '../../../src/adapters/images/downloads.ts';
import { signatures } from '../../../src/adapters/images/signatures.ts';
import { fetchFile } from '../../../src/images/fetch/fetchFile.ts';
import type { FetchTools } from '../../../src/images/fetch/tools.ts';
import type { PinnedFile } from '../../../src/images/files.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import { type Fault, type FileServer, sha, startFileServer } from '../fileServer.ts';

/** How long silence is borne: not long where a server falls silent, and else longer than any load makes it. */
let idleMilliseconds = 60_000;
const content = Buffer.alloc(700_000, 'what a machine is installed from; ');
const path = 'k3s/v1.35.2+k3s1/k3s';
let server: FileServer;
let folder: string;
let waited: number[];
const opened: { close(): void }[] = [];

beforeAll(async () => {
  server = await startFileServer();
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-images-'));
  waited = [];
  server.files.clear();
  server.requests.length = 0;
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
  rmSync(folder, { recursive: true, force: true });
});

function tools(more: Partial<FetchTools> = {}): FetchTools {
  const fetching = downloads({ idleMilliseconds, environment: {} });
  opened.push(fetching);
  return {
    downloads: fetching,
    cache: imageCache(folder),
    signatures,
    keys: [],
    mirrored: (url) => url,
    wait: async (milliseconds) => void waited.push(milliseconds),
    ...more,
  };
}

function file(more: Partial<PinnedFile> = {}): PinnedFile {
  return { path, url: `${server.origin}/k3s`, sha256: sha(content) as Digest, size: content.length, ...more };
}

function serve(faults: Fault[] = ['fine'], bytes: Uint8Array = content): void {
  const stalls = faults.some((fault) => typeof fault === 'object' && 'stallAfter' in fault);
  idleMilliseconds = stalls ? 500 : 60_000;
  server.files.set('/k3s', { bytes, faults });
}

/** Names of all files in the folder, and whether the file has its name. */
function left(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

const fetching = (more: Partial<FetchTools> = {}, of = file()) => fetchFile(of, tools(more), () => {});

describe('a file that comes', () => {
  test('has its name once it was verified, and a note of that', async () => {
    serve();
    const told: [number, number | undefined][] = [];
    const fetched = await fetchFile(file(), tools(), (done, total) => told.push([done, total]));
    expect(fetched).toEqual({ downloaded: content.length, signedBy: undefined });
    expect(readFileSync(join(folder, path))).toEqual(content);
    expect(await imageCache(folder).proof(path)).toEqual({ sha256: sha(content) });
    expect(left()).toEqual(['k3s', 'k3s.verified']);
    expect(told.at(-1)).toEqual([content.length, content.length]);
  });

  test.each<[string, Fault[], number[]]>([
    ['is cut', [{ cutAfter: 300_000 }, 'fine'], [1000]],
    [
      'is cut twice, with progress in between',
      [{ cutAfter: 250_000 }, { cutAfter: 250_000 }, 'fine'],
      [1000, 1000],
    ],
    ['stalls', [{ stallAfter: 300_000 }, 'fine'], [1000]],
    ['is answered with 503 and 500 first', [{ status: 503 }, { status: 500 }, 'fine'], [1000, 2000]],
    ['is answered with 429 first', [{ status: 429 }, 'fine'], [1000]],
    ['is sent whole to whom asks for a part', [{ cutAfter: 300_000 }, 'noRanges'], [1000]],
    ['is sent in another part than was asked for', [{ cutAfter: 300_000 }, 'wrongRange', 'fine'], [1000]],
    ['ends early without a length', [{ chunkedCutAfter: 100_000 }, 'fine'], [1000]],
  ])('comes whole when it %s', async (_what, faults, pauses) => {
    serve(faults);
    await fetching();
    expect(readFileSync(join(folder, path))).toEqual(content);
    expect(left()).toEqual(['k3s', 'k3s.verified']);
    expect(waited).toEqual(pauses);
  });

  test('goes on where it ended', async () => {
    serve([{ cutAfter: 300_000 }, 'fine']);
    await fetching();
    expect(server.requests[1]).toMatch(/^GET \/k3s \d{5,6}-$/);
  });

  test('begins anew when it changed in between', async () => {
    serve([{ cutAfter: 300_000 }, 'fine'], Buffer.alloc(content.length, 'another file'));
    const wait = async () => void server.files.set('/k3s', { bytes: content });
    await fetching({ wait });
    expect(readFileSync(join(folder, path))).toEqual(content);
  });

  test('may be redirected', async () => {
    server.files.set('/k3s', { bytes: content, faults: [{ redirect: '/there' }] });
    server.files.set('/there', { bytes: content });
    await fetching();
    expect(server.requests).toEqual(['GET /k3s', 'GET /there']);
  });
});

describe('a file that does not come', () => {
  test.each<[string, Fault[], RegExp, number]>([
    ['is not there', [{ status: 404 }], /status 404/, 0],
    ['is forbidden', [{ status: 403 }], /status 403/, 0],
    ['fails for ever', [{ status: 502 }], /status 502/, 4],
    ['is redirected in a circle', [{ redirect: '/k3s' }], /redirects more than 8 times/, 0],
    ['is redirected to a file of this machine', [{ redirect: 'file:///etc/passwd' }], /no URL of HTTP/, 0],
    ['stalls for ever', [{ stallAfter: 0 }], /stalled: nothing came for 0.5 s/, 4],
  ])('is a failure when it %s', async (_what, faults, message, pauses) => {
    serve(faults);
    await expect(fetching()).rejects.toThrow(message);
    expect(waited).toHaveLength(pauses);
    expect(existsSync(join(folder, path))).toBe(false);
  });

  test('leaves what came for the next run', async () => {
    serve([{ cutAfter: 300_000 }, { status: 404 }]);
    await expect(fetching()).rejects.toThrow('status 404');
    expect(left().filter((name) => name.endsWith('.part'))).toEqual([`${sha(content)}.part`]);
    serve();
    const { downloaded } = await fetching();
    expect(downloaded).toBeLessThan(content.length);
    expect(readFileSync(join(folder, path))).toEqual(content);
  });

  test('is not taken from a server that has another size', async () => {
    serve(['fine'], content.subarray(1));
    await expect(fetching()).rejects.toThrow(`has ${content.length - 1} bytes`);
    expect(existsSync(join(folder, path))).toBe(false);
  });

  test('is not taken when more comes than the lock says', async () => {
    serve([{ chunkedMore: 1 }]);
    await expect(fetching()).rejects.toThrow(`has ${content.length + 1} bytes`);
    expect(existsSync(join(folder, path))).toBe(false);
  });

  test('is deleted when more comes, and the lock says nothing of its size', async () => {
    serve([{ chunkedMore: 1 }]);
    const { size: _size, ...unsized } = file();
    await expect(fetching({}, unsized)).rejects.toThrow('was refused and deleted');
    expect(left()).toEqual([]);
  });

  test('is deleted when it has another hash', async () => {
    serve(['fine'], Buffer.alloc(content.length, 'wrong'));
    await expect(fetching()).rejects.toThrow('was refused and deleted');
    expect(left()).toEqual([]);
  });

  test('is fetched anew when what was left behind is damaged', async () => {
    serve([{ cutAfter: 300_000 }, { status: 404 }], Buffer.alloc(content.length, 'other'));
    server.files.set('/k3s', {
      bytes: Buffer.alloc(content.length, 'other'),
      etag: '"same"',
      faults: [{ cutAfter: 300_000 }, { status: 404 }],
    });
    await expect(fetching()).rejects.toThrow('status 404');
    server.files.set('/k3s', { bytes: content, etag: '"same"' });
    await fetching();
    expect(readFileSync(join(folder, path))).toEqual(content);
  });

  test('stops when it is told to', async () => {
    serve([{ stallAfter: 100_000 }]);
    const abort = new AbortController();
    const run = fetchFile(file(), tools({ signal: abort.signal }), () => abort.abort());
    await expect(run).rejects.toThrow(/abort/i);
    expect(existsSync(join(folder, path))).toBe(false);
  });
});

describe('a signature', () => {
  let key: { privateKey: string; publicKey: string };
  let stranger: { privateKey: string; publicKey: string };
  beforeAll(async () => {
    const userIDs = [{ name: 'Fedora (99)', email: 'fedora@example.org' }];
    key = await generateKey({ userIDs, type: 'ecc', format: 'armored' });
    stranger = await generateKey({ userIDs, type: 'ecc', format: 'armored' });
  });

  async function signed(by: { privateKey: string }, bytes: Uint8Array = content): Promise<Uint8Array> {
    const message = await createMessage({ binary: new Uint8Array(bytes) });
    const signingKeys = await readPrivateKey({ armoredKey: by.privateKey });
    return (await sign({ message, signingKeys, detached: true, format: 'binary' })) as Uint8Array;
  }

  const withSignature = () => file({ signature: `${server.origin}/k3s.sig` });

  test('by a key that counts is checked, also over a cut', async () => {
    serve([{ cutAfter: 300_000 }, 'fine']);
    server.files.set('/k3s.sig', { bytes: await signed(key) });
    const { signedBy } = await fetching(
      { keys: [`${stranger.publicKey}\n${key.publicKey}`] },
      withSignature(),
    );
    expect(signedBy).toMatch(/^[0-9A-F]{40,64}$/);
    expect(left()).toEqual(['k3s', 'k3s.sig', 'k3s.verified']);
  });

  test.each([
    ['by somebody else', async () => signed(stranger), 'which is none of the keys that count'],
    ['of another file', async () => signed(key, Buffer.from('another')), 'the signature is wrong'],
    ['that is none', async () => Buffer.from('nonsense'), 'was refused and deleted'],
  ])('%s is refused, and the file deleted', async (_what, make, message) => {
    serve();
    server.files.set('/k3s.sig', { bytes: await make() });
    await expect(fetching({ keys: [key.publicKey] }, withSignature())).rejects.toThrow(message);
    expect(left()).toEqual([]);
  });

  test('that does not come is a failure where there are keys, and none where there are not', async () => {
    serve();
    await expect(fetching({ keys: [key.publicKey] }, withSignature())).rejects.toThrow('the signature of');
    expect((await fetching({}, withSignature())).signedBy).toBeUndefined();
  });

  test('with a key that is none is a failure', async () => {
    serve();
    server.files.set('/k3s.sig', { bytes: await signed(key) });
    await expect(fetching({ keys: ['no key'] }, withSignature())).rejects.toThrow(
      'OpenPGP key cannot be read',
    );
  });
});
