import type { ImageProof } from '../../ports/imageCache.ts';
import { examine } from '../examine.ts';
import type { PinnedFile } from '../files.ts';
import { wantsSignature } from '../present.ts';
import { askForSignature, keepSignature } from './fetchSignature.ts';
import { wrongSignature } from './refusals.ts';
import type { FetchTools } from './tools.ts';

/**
 * Checks the signature of a file that is there with the hash of the lock, but whose signature nobody has checked: it was imported without one.
 * Where the signature does not come, the hash is what counts. Throws a {@link Failure} where it is wrong; then the file is removed.
 */
export async function signLater(file: PinnedFile, proof: ImageProof, tools: FetchTools): Promise<ImageProof> {
  if (!wantsSignature(file, tools) || proof.signedBy !== undefined) return proof;
  const signature = await askForSignature(file, tools);
  const found = signature === undefined ? undefined : await tools.cache.find(file.path);
  if (signature === undefined || found === undefined) return proof;
  const { verdict } = await examine(found, signature, tools);
  if (verdict?.valid === false) {
    await tools.cache.remove(file.path);
    throw wrongSignature(file, verdict.problem);
  }
  const proved = { sha256: file.sha256, signedBy: verdict?.fingerprint };
  await tools.cache.prove(file.path, proved);
  await keepSignature(file, signature, tools);
  return proved;
}
