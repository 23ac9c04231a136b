import type { ClusterView } from './facts.ts';
import { sameHost } from './sameHost.ts';

/** Whether a server does its part in the cluster: it is Ready, and votes where there is an etcd. */
export function isServing({ nodes, members }: ClusterView, hostname: string): boolean {
  return (
    nodes.some(({ name, ready }) => ready && sameHost(name, hostname)) &&
    (members === undefined ||
      members.some(({ node, learner }) => !learner && node !== undefined && sameHost(node, hostname)))
  );
}
