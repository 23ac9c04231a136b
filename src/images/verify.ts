import { examine, signatureBeside } from './examine.ts';
import type { PinnedFile } from './files.ts';
import type { Presence } from './present.ts';

/** What reading a file of the cache again showed. */
export interface CheckedFile {
  readonly path: string;
  readonly size: number;
  readonly state: 'whole' | 'missing' | 'damaged' | 'badSignature';
  readonly signature: 'valid' | 'unchecked' | 'none';
  /** What is wrong, in words. */
  readonly problem?: string;
}

/** Reads every file again and compares it with the lock. What is damaged is removed, so that the next fetch brings it anew. */
export async function verifyFiles(
  files: readonly PinnedFile[],
  presence: Presence,
  onBytes: (path: string, bytes: number) => void = () => {},
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const file of files) {
    checked.push(await verifyFile(file, presence, (bytes) => onBytes(file.path, bytes)));
  }
  return checked;
}

async function verifyFile(
  file: PinnedFile,
  presence: Presence,
  onBytes: (bytes: number) => void,
): Promise<CheckedFile> {
  const { path, sha256, signature } = file;
  const { cache } = presence;
  const unchecked = signature === undefined ? 'none' : 'unchecked';
  const found = await cache.find(path);
  if (found === undefined) return { path, size: 0, state: 'missing', signature: unchecked };
  const stored = signature === undefined ? undefined : await signatureBeside(cache.find, path, file);
  const { sha256: actual, size, verdict } = await examine(found, stored, presence, onBytes);
  if (actual !== sha256) {
    await cache.remove(path);
    const problem = `it has the SHA-256 ${actual}, and the image lock says ${sha256}`;
    return { path, size, state: 'damaged', signature: unchecked, problem };
  }
  if (verdict?.valid === false) {
    await cache.remove(path);
    return { path, size, state: 'badSignature', signature: unchecked, problem: verdict.problem };
  }
  await cache.prove(path, { sha256, signedBy: verdict?.fingerprint });
  return { path, size, state: 'whole', signature: verdict === undefined ? unchecked : 'valid' };
}
