import type { ClusterView } from './facts.ts';
import type { PlannedNode, Refusal } from './plan.ts';
import { sameHost } from './sameHost.ts';

/**
 * Refuses nodes that the cluster has twice, as where a machine joined by its short name and again by the long one. One of the two is drained
 * and leaves etcd, the other may be the one that runs: its K3s would be stopped, and its member stay behind and count.
 */
export function namesakeRefusals(
  planned: readonly PlannedNode[],
  cluster: ClusterView | undefined,
): Refusal[] {
  return planned.flatMap(({ hostname }): Refusal[] => {
    const names = (cluster?.nodes ?? []).flatMap(({ name }) => (sameHost(name, hostname) ? [name] : []));
    if (names.length < 2) return [];
    return [
      {
        node: hostname,
        message: `the cluster has ${names.length} Nodes that may be it: ${names.join(' and ')}`,
        next: 'see which one runs (kubectl get nodes), take the other one out of the cluster by hand, and plan again',
      },
    ];
  });
}
