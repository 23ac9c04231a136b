import type { Node, Variant } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import { canonicalJson, type Digest } from '../../shared/digest.ts';
import { releaseMarker } from '../../shared/releaseMarker.ts';
import type { ButaneFile } from '../butane/config.ts';
import { inlineFile } from './file.ts';

/** Where an installed node says what it was made from. */
export const generationPath = '/etc/pilotlight/generation.json';

/**
 * What an installed node says it was made from: the digest of its configuration without this file, and the release. A release's id cannot
 * stand inside the release that it identifies, so a marker does, until the node is armed.
 */
export function generationFile(site: Site, node: Node, variant: Variant, nodeDigest: Digest): ButaneFile {
  const generation = {
    site: site.name,
    node: node.name,
    hostname: node.hostname,
    variant,
    digest: nodeDigest,
    release: releaseMarker,
  };
  return inlineFile(generationPath, 0o644, `${canonicalJson(generation)}\n`);
}
