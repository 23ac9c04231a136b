import type { Node, Variant } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';

/**
 * The ways a node can come up, the usual one first. The first server of several joins unless somebody asks for
 * `bootstrap` by name, so that no reinstallation founds a second cluster by accident.
 */
export function variantsOf(site: Site, node: Node): readonly [Variant, ...Variant[]] {
  if (node.role === 'none') return ['none'];
  if (node.role === 'agent') return ['agent'];
  if (!node.firstServer) return ['join'];
  return (site.cluster?.servers.length ?? 1) > 1 ? ['join', 'bootstrap'] : ['bootstrap'];
}

/** What sets a variant's files apart: `''` for the usual one, `.bootstrap` for another. */
export function variantSuffix(site: Site, node: Node, variant: Variant): string {
  return variantsOf(site, node)[0] === variant ? '' : `.${variant}`;
}
