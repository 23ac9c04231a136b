import type { Site } from '../../inventory/model/site.ts';
import type { ClusterView } from './facts.ts';
import type { PlannedNode, Refusal } from './plan.ts';
import { isServing } from './serving.ts';

/** Two servers are never out at a time: one that is out already has to come back first, with this plan or before it. */
export function outRefusals(
  site: Pick<Site, 'nodes'>,
  planned: readonly PlannedNode[],
  cluster: ClusterView | undefined,
): Refusal[] {
  if (cluster === undefined) return [];
  const leaves = planned.some(({ role, hostname }) => role === 'server' && isServing(cluster, hostname));
  if (!leaves) return [];
  const left = site.nodes.filter(
    ({ role, hostname }) =>
      role === 'server' &&
      !isServing(cluster, hostname) &&
      !planned.some((node) => node.hostname === hostname),
  );
  return left.map(({ name, hostname, file }) => ({
    message: `the server ${hostname} is out of the cluster: with another one, two would be`,
    next: `pilotlight reimage ${name} first, or together with the others; or remove ${file} where it is gone for good`,
  }));
}
