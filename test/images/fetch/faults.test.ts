import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageCache } from '../../../src/adapters/images/cache.ts';
import { downloads } from '../../../src/adapters/images/downloads.ts';
import { signatures } from '../../../src/adapters/images/signatures.ts';
import { fetchFile } from '../../../src/images/fetch/fetchFile.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import { type Fault, sha, startFileServer } from '../fileServer.ts';

const content = Buffer.alloc(300_000, 'what a machine is installed from; ');
const other = Buffer.alloc(300_000, 'something else; ');
const path = 'k3s/v1.35.2+k3s1/k3s';
const bytes = fc.nat({ max: 320_000 });
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constantFrom<Fault>('fine', 'noRanges', 'wrongRange'),
  fc.constantFrom<Fault>(
    { status: 404 },
    { status: 500 },
    { status: 503 },
    { status: 416 },
    { redirect: '/there' },
  ),
  bytes.map((cutAfter): Fault => ({ cutAfter })),
  bytes.map((chunkedCutAfter): Fault => ({ chunkedCutAfter })),
  fc.integer({ min: 1, max: 9 }).map((chunkedMore): Fault => ({ chunkedMore })),
);
/** What a server does in one run: its faults, whether it has the right file, under which ETag, and whether it redirects to the right one. */
const run = fc.record({
  faults: fc.array(fault, { minLength: 1, maxLength: 6 }),
  isRight: fc.boolean(),
  etag: fc.constantFrom('"a"', '"b"', 'W/"a"', undefined),
  isThereRight: fc.boolean(),
});

test('whatever servers do in whatever runs, a file that has its name is the one of the lock', async () => {
  const server = await startFileServer();
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 3 }), fc.boolean(), async (runs, sized) => {
        const folder = mkdtempSync(join(tmpdir(), 'pilotlight-faults-'));
        const fetching = downloads({ idleMilliseconds: 5000, environment: {} });
        const cache = imageCache(folder);
        const tools = {
          downloads: fetching,
          cache,
          signatures,
          keys: [],
          mirrored: (url: string) => url,
          wait: async () => {},
        };
        const size = sized ? { size: content.length } : {};
        const file = { path, url: `${server.origin}/k3s`, sha256: sha(content) as Digest, ...size };
        try {
          for (const { faults, isRight, etag, isThereRight } of runs) {
            server.files.set('/k3s', { bytes: isRight ? content : other, faults: [...faults], etag });
            server.files.set('/there', { bytes: isThereRight ? content : other });
            const came = await fetchFile(file, tools, () => {}).then(
              () => true,
              () => false,
            );
            expect(existsSync(join(folder, path))).toBe(came);
            if (came) expect(readFileSync(join(folder, path)).equals(content)).toBe(true);
            expect(await cache.proof(path)).toEqual(came ? { sha256: sha(content) } : undefined);
            rmSync(join(folder, path), { force: true });
          }
        } finally {
          fetching.close();
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: 60 },
    );
  } finally {
    await server.close();
  }
});
