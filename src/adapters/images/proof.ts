import type { Stats } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import type { ImageProof } from '../../ports/imageCache.ts';
import { isDigest } from '../../shared/digest.ts';
import { proofSuffix } from '../../shared/imageLayout.ts';

type Written = Pick<Stats, 'size' | 'mtimeMs'>;

/** Notes beside a file what was made sure of it, and how it was then: `<sha256> <bytes> <time> <fingerprint or ->`. */
export async function writeProof(
  file: string,
  { size, mtimeMs }: Written,
  { sha256, signedBy }: ImageProof,
): Promise<void> {
  await writeFile(file + proofSuffix, `${sha256} ${size} ${mtimeMs} ${signedBy ?? '-'}\n`);
}

/** What was made sure of a file; undefined where there is none, or it was changed since. */
export async function readProof(file: string): Promise<ImageProof | undefined> {
  try {
    const [line, found] = await Promise.all([readFile(file + proofSuffix, 'latin1'), stat(file)]);
    const [sha256 = '', size, time, signedBy = '-', ...more] = line.trimEnd().split(' ');
    if (!isDigest(sha256) || more.length > 0 || !found.isFile()) return undefined;
    if (size !== String(found.size) || time !== String(found.mtimeMs)) return undefined;
    return { sha256, ...(/^[0-9A-F]{16,64}$/.test(signedBy) ? { signedBy } : {}) };
  } catch {
    return undefined;
  }
}
