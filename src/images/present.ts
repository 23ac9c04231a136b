import type { ImageCache, ImageProof } from '../ports/imageCache.ts';
import type { Signatures } from '../ports/signatures.ts';
import { examine, signatureBeside } from './examine.ts';
import type { PinnedFile } from './files.ts';

/** What is needed to tell whether a file is there. */
export interface Presence {
  readonly cache: ImageCache;
  readonly keys: readonly string[];
  readonly signatures: Signatures;
}

/** Whether a file has a signature that is to be checked. */
export function wantsSignature({ signature }: PinnedFile, { keys }: Pick<Presence, 'keys'>): boolean {
  return signature !== undefined && keys.length > 0;
}

/**
 * What is known of a file of the cache that is the one of the lock; undefined where it is not there, or has a signature that does not count.
 * A file that nobody has checked yet is read, also for the signature that lies beside it; then that is noted. Where none lies there, who
 * signed it stays open.
 */
export async function present(file: PinnedFile, presence: Presence): Promise<ImageProof | undefined> {
  const { cache } = presence;
  const proof = await cache.proof(file.path);
  const known = proof?.sha256 === file.sha256 ? proof : undefined;
  const checks = wantsSignature(file, presence) && known?.signedBy === undefined;
  if (known !== undefined && !checks) return known;
  const found = await cache.find(file.path);
  if (found === undefined || (file.size !== undefined && file.size !== found.size)) return undefined;
  const signature = checks ? await signatureBeside(cache.find, file.path, file) : undefined;
  if (known !== undefined && signature === undefined) return known;
  const { sha256, verdict } = await examine(found, signature, presence);
  if (sha256 !== file.sha256 || verdict?.valid === false) return undefined;
  const proved = { sha256: file.sha256, signedBy: verdict?.fingerprint };
  await cache.prove(file.path, proved);
  return proved;
}
