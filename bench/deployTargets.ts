import { randomFillSync } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WantedRelease } from '../src/deploy/plan/wanted.ts';
import { sha256 } from '../src/shared/digest.ts';
import { must } from '../test/router/lab/programs.ts';

/** What is deployed, on this machine. */
export interface Load {
  readonly folder: string;
  readonly images: string;
  readonly wanted: WantedRelease;
}

/** A release of a manifest and one big file of random bytes. */
export async function bigFile(place: string, megabytes: number): Promise<Load & { readonly file: string }> {
  const name = `big-${megabytes}.img`;
  const path = `images/coreos/${megabytes}/x86_64`;
  const file = join(place, path, name);
  mkdirSync(dirname(file), { recursive: true });
  const out = openSync(file, 'w');
  const chunk = Buffer.alloc(1 << 20);
  for (let i = 0; i < megabytes; i += 1) writeSync(out, randomFillSync(chunk));
  closeSync(out);
  const digest = (await must('sha256sum', [file])).slice(0, 64) as ReturnType<typeof sha256>;
  const set = { name, sha256: digest, size: megabytes * 2 ** 20, url: 'https://example.org/' };
  const load = smallFiles(place, `big${megabytes}`, 0);
  const wanted = { ...load.wanted, assets: [{ kind: 'coreos' as const, path, files: [set] }] };
  return { ...load, wanted, file };
}

/** A release of many small files of random bytes, in as many folders as a release has nodes. */
export function smallFiles(place: string, name: string, count: number, bytes = 10_000): Load {
  const folder = join(place, name);
  const files = Array.from({ length: count }, (_, i) => `nodes/node${Math.floor(i / 4)}.lab/file${i % 4}`);
  for (const path of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), randomFillSync(Buffer.alloc(bytes)));
  }
  const id = sha256(name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ schemaVersion: 1, release: { id } }));
  const records = [...files, 'manifest.json'].map((path) => {
    const content = readFileSync(join(folder, path));
    return { path, sha256: sha256(content), size: content.length };
  });
  return { folder, images: place, wanted: { id, files: records, assets: [] } };
}
