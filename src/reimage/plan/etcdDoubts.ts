import type { ClusterView } from './facts.ts';

/** What of etcd is not known for sure, where servers leave it: who says yes should know what quorum is judged by. */
export function etcdDoubts({ members, membersProblem }: ClusterView): string[] {
  if (members === undefined)
    return ['etcd could not be asked for its members: quorum is judged by the nodes that are Ready alone'];
  if (membersProblem === undefined) return [];
  return [`etcd itself could not be asked (${membersProblem}): its members are those that K3s noted`];
}
