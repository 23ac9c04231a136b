import type { ImageCache, ImageProof } from '../ports/imageCache.ts';
import type { Signatures } from '../ports/signatures.ts';
import { examine, storedSignature } from './examine.ts';
import type { PinnedFile } from './files.ts';

/** What is needed to tell whether a file is there. */
export interface Presence {
  readonly cache: ImageCache;
  readonly keys: readonly string[];
  readonly signatures: Signatures;
}

/**
 * What is known of a file of the cache that is the one of the lock; undefined where it is not there. A file that nobody has checked yet,
 * or not its signature, is read; then that is noted.
 */
export async function present(file: PinnedFile, presence: Presence): Promise<ImageProof | undefined> {
  const { cache, keys } = presence;
  const proof = await cache.proof(file.path);
  const wantsSignature = file.signature !== undefined && keys.length > 0;
  if (proof?.sha256 === file.sha256 && (!wantsSignature || proof.signedBy !== undefined)) return proof;
  const found = await cache.find(file.path);
  if (found === undefined || (file.size !== undefined && file.size !== found.size)) return undefined;
  const signature = wantsSignature ? await storedSignature(cache, file.path) : undefined;
  if (wantsSignature && signature === undefined) return undefined;
  const { sha256, verdict } = await examine(found, signature, presence);
  if (sha256 !== file.sha256 || verdict?.valid === false) return undefined;
  const proved = { sha256: file.sha256, signedBy: verdict?.fingerprint };
  await cache.prove(file.path, proved);
  return proved;
}
