import type { Wanted } from '../../reimage/plan/drift.ts';
import type { ReleasedNode, ReleasedVariant } from '../../reimage/plan/released.ts';
import type { Manifest, VariantRecord } from '../../release/manifest.ts';

/** What a release has for each node, by host name, and for the cluster. */
export function wantedOf({ nodes, cluster }: Manifest): Wanted {
  return {
    released: new Map(
      nodes.map(({ hostname, variants, macs, disks }): [string, ReleasedNode] => [
        hostname,
        { ...releasedOf(variants), hardware: { macs, disk: disks.install } },
      ]),
    ),
    cluster:
      cluster === undefined ? undefined : { version: cluster.version, upgrade: cluster.upgrade ?? 'reimage' },
  };
}

function releasedOf([usual, ...others]: readonly [VariantRecord, ...VariantRecord[]]): ReleasedNode {
  return { variants: [variantOf(usual), ...others.map(variantOf)] };
}

function variantOf({ variant, digest }: VariantRecord): ReleasedVariant {
  return { variant, digest };
}
