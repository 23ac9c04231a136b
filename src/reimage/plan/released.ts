import type { Variant } from '../../inventory/model/node.ts';
import type { Digest } from '../../shared/digest.ts';

/** What a release has for a node: how it can come up, the usual way first. */
export interface ReleasedNode {
  /** Its hardware: MACs, lower case with colons, and the disk that is installed. Undefined where it was not looked at. */
  readonly hardware?: Hardware;
  readonly variants: readonly [ReleasedVariant, ...ReleasedVariant[]];
}

export interface Hardware {
  readonly macs: readonly string[];
  /** `/dev/disk/by-id/…` */
  readonly disk: string;
}

export interface ReleasedVariant {
  readonly variant: Variant;
  /** What the installed node reports. */
  readonly digest: Digest;
}
