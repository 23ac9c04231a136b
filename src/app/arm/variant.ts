import type { Node, Variant } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import { variantsOf } from '../../render/base/variant.ts';
import type { ArmOptions } from './options.ts';

/** The variant that a node is armed in, or why it is not. */
export type VariantChoice = { readonly variant: Variant } | { readonly problem: string };

/** Chooses how a node comes up. A new cluster is founded only where somebody says so in two words. */
export function chooseVariant(
  site: Site,
  node: Node,
  { variant, bootstrap }: Pick<ArmOptions, 'variant' | 'bootstrap'>,
): VariantChoice {
  const [usual, ...others] = variantsOf(site, node);
  if (variant === undefined) {
    if (bootstrap !== true || usual === 'bootstrap') return { variant: usual };
    return { problem: '--bootstrap goes with --variant bootstrap' };
  }
  if (variant !== usual && !others.includes(variant)) {
    return { problem: `it cannot come up as ${variant}; it can as ${[usual, ...others].join(', ')}` };
  }
  if (variant === 'bootstrap' && bootstrap !== true) {
    return { problem: 'the variant bootstrap founds a new cluster: say so with --bootstrap too' };
  }
  return { variant };
}
