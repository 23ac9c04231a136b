import type { Variant } from '../../inventory/model/node.ts';
import type { Digest } from '../../shared/digest.ts';

/** What a release has for a node: how it can come up, the usual way first. */
export interface ReleasedNode {
  readonly variants: readonly [ReleasedVariant, ...ReleasedVariant[]];
}

export interface ReleasedVariant {
  readonly variant: Variant;
  /** What the installed node reports. */
  readonly digest: Digest;
}
