import type { Node, Variant } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import { canonicalJson, type Digest } from '../../shared/digest.ts';
import type { ButaneFile } from '../butane/config.ts';
import { inlineFile } from './file.ts';

/** Where an installed node says what it was made from. */
export const generationPath = '/etc/pilotlight/generation.json';

/**
 * What an installed node says it was made from. The release's id cannot stand inside the release that it identifies,
 * so it is the digest of the node's configuration without this file.
 */
export function generationFile(site: Site, node: Node, variant: Variant, nodeDigest: Digest): ButaneFile {
  const generation = {
    site: site.name,
    node: node.name,
    hostname: node.hostname,
    variant,
    digest: nodeDigest,
  };
  return inlineFile(generationPath, 0o644, `${canonicalJson(generation)}\n`);
}
