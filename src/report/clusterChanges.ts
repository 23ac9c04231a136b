import { k3sSkew } from '../release/plan/k3sSkew.ts';
import type { ReleasePlan } from '../release/plan/plan.ts';

/** What a plan says of the cluster as a whole, a line each: another version of K3s and the way there, another endpoint. */
export interface ClusterChanges {
  readonly changes: readonly string[];
  /** What speaks against it. */
  readonly warnings: readonly string[];
}

/** Picks what a plan says of the cluster: where files are listed by themselves, the rest of the site's changes would only repeat them. */
export function clusterChanges({ site, k3s }: ReleasePlan): ClusterChanges {
  const skew = k3s === undefined ? undefined : k3sSkew(k3s);
  return {
    changes: site.filter(({ about }) => about === 'cluster').map(({ text }) => text),
    warnings: skew === undefined ? [] : [`${skew.message}: ${skew.next}`],
  };
}
