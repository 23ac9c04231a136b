import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { imageCache } from '../../../src/adapters/images/cache.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import { sha, startFileServer } from '../../images/fileServer.ts';

const root = resolve(import.meta.dirname, '../../..');
const path = 'k3s/v1.35.2+k3s1/k3s';
const content = Buffer.alloc(3_000_000, 'some bytes; ');
const sha256 = sha(content) as Digest;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const incoming = () => (existsSync(join(folder, 'incoming')) ? readdirSync(join(folder, 'incoming')) : []);

describe('a part', () => {
  test('of a run that goes on is left to it; another one gets a file of its own', async () => {
    const cache = imageCache(folder);
    const [first, second] = [await cache.part(sha256), await cache.part(sha256)];
    await first.write(content.subarray(0, 10));
    await second.write(content);
    await second.settle(path, { sha256 });
    expect(second.size).toBe(content.length);
    await first.write(Buffer.from('too late and wrong'));
    await first.leave();
    expect(readFileSync(join(folder, path))).toEqual(content);
    expect(incoming()).toEqual([`${sha256}.part`]);
  });

  test('that was left goes on, with its ETag', async () => {
    const cache = imageCache(folder);
    const first = await cache.part(sha256);
    await first.restart('"tag"');
    await first.write(content.subarray(0, 1000));
    await first.leave();
    const second = await cache.part(sha256);
    expect([second.size, second.validator]).toEqual([1000, '"tag"']);
    await second.discard();
    expect(incoming()).toEqual([]);
  });

  test('of another machine is taken over once nothing was written to it for long', async () => {
    mkdirSync(join(folder, 'incoming'));
    const other = join(folder, 'incoming', `${sha256}.elsewhere.1.1.part`);
    writeFileSync(other, content.subarray(0, 500));
    const early = await imageCache(folder).part(sha256);
    expect(early.size).toBe(0);
    utimesSync(other, 1, 1);
    const late = await imageCache(folder).part(sha256);
    expect(late.size).toBe(500);
    for (const each of [early, late]) await each.discard();
  });

  test('tells when nothing can be written there', async () => {
    const part = await imageCache('/dev/full')
      .part(sha256)
      .catch((error: unknown) => error);
    expect(part).toMatchObject({ kind: 'world', message: expect.stringContaining('cannot write') });
  });
});

test('a file that was changed since has no proof', async () => {
  const cache = imageCache(folder);
  const part = await cache.part(sha256);
  await part.write(content);
  await part.settle(path, { sha256, signedBy: 'AB'.repeat(20) });
  expect(await cache.proof(path)).toEqual({ sha256, signedBy: 'AB'.repeat(20) });
  writeFileSync(join(folder, path), content.subarray(1));
  expect(await cache.proof(path)).toBeUndefined();
});

test('a run that is killed in the middle leaves what the next one goes on with', async () => {
  const server = await startFileServer();
  try {
    server.files.set('/k3s', { bytes: content, faults: [{ stallAfter: 2_000_000 }, 'fine'] });
    const program = `
      import { imageCache } from '${root}/src/adapters/images/cache.ts';
      import { downloads } from '${root}/src/adapters/images/downloads.ts';
      import { fetchFile } from '${root}/src/images/fetch/fetchFile.ts';
      import { signatures } from '${root}/src/adapters/images/signatures.ts';
      const tools = { downloads: downloads({ idleMilliseconds: 60000, environment: {} }), cache: imageCache(process.argv[1]),
        signatures, keys: [], mirrored: (url) => url, wait: async () => {} };
      const file = { path: '${path}', url: process.argv[2], sha256: '${sha256}', size: ${content.length} };
      const done = await fetchFile(file, tools, (bytes) => console.log(bytes));
      console.log(JSON.stringify(done));
    `;
    const run = () =>
      spawn(
        process.execPath,
        [
          '--no-warnings',
          '--experimental-strip-types',
          '--input-type=module',
          '-e',
          program,
          folder,
          `${server.origin}/k3s`,
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
    const first = run();
    // What it has heard of is not yet what it has written: the file itself says that.
    const written = () =>
      incoming()
        .filter((name) => name.startsWith(sha256))
        .map((name) => statSync(join(folder, 'incoming', name)).size);
    await expect.poll(() => Math.max(0, ...written()), { timeout: 60_000 }).toBeGreaterThan(1_000_000);
    first.kill('SIGKILL');
    await new Promise((settle) => first.once('exit', settle));
    expect(incoming().some((name) => name.startsWith(sha256))).toBe(true);
    const second = run();
    let said = '';
    for await (const text of second.stdout) said += text;
    const { downloaded } = JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as { downloaded: number };
    expect(downloaded).toBeLessThan(content.length - 900_000);
    expect(server.requests[1]).toMatch(/^GET \/k3s \d{7}-$/);
    expect(readFileSync(join(folder, path))).toEqual(content);
    expect(incoming()).toEqual([]);
  } finally {
    await server.close();
  }
});
