import { canonicalJson, type Digest, sha256 } from '../shared/digest.ts';
import type { ReleaseContent } from './manifest.ts';

/**
 * The name of a release: the SHA-256 of the canonical JSON of its content. A change of any byte of any file changes
 * it; the commit, the time and Pilotlight's version do not.
 */
export function releaseId(content: ReleaseContent): Digest {
  return sha256(canonicalJson(content));
}

/**
 * The digest that tells whether an installed node is what the inventory says: over the contents that an installation
 * writes (the Ignition configuration and the install script), by name. The generation file carries this digest into
 * the node, so the Ignition that is digested must be the one without that file.
 */
export function nodeDigest(parts: Readonly<Record<string, string>>): Digest {
  const digests = Object.entries(parts).map(([name, text]) => [name, sha256(text)] as const);
  return sha256(canonicalJson(Object.fromEntries(digests)));
}
