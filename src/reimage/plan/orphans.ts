import type { ClusterView, EtcdMember } from './facts.ts';
import { neededOf } from './quorum.ts';

/**
 * Members of etcd that no Node of the cluster has. Somebody deleted the Node by force, or a join broke off: K3s removes a member by its Node
 * only, so that nothing takes them out by itself, and each counts for quorum.
 */
export function orphanMembers({ members = [], membersProblem }: ClusterView): EtcdMember[] {
  // What K3s noted on its Nodes has a Node each.
  return membersProblem === undefined ? members.filter(({ node }) => node === undefined) : [];
}

/** Asks etcd with the certificates of K3s: what has to be said on a server, as root. */
const etcdctl =
  'etcdctl --endpoints https://127.0.0.1:2379 --cacert /var/lib/rancher/k3s/server/tls/etcd/server-ca.crt --cert /var/lib/rancher/k3s/server/tls/etcd/client.crt --key /var/lib/rancher/k3s/server/tls/etcd/client.key';

/** What somebody is told of the members that no Node has, and the command that ends each; nothing where there is none. */
export function orphanWords(cluster: ClusterView): string[] {
  const voters = (cluster.members ?? []).filter(({ learner }) => !learner);
  return orphanMembers(cluster).map(({ id, name, healthy, learner }) => {
    const who = name === '' ? `a member that never started (${id})` : `the member ${name} (${id})`;
    const state = learner ? 'learns' : healthy ? 'answers' : 'is down';
    const counts = learner ? '' : `, and counts: ${neededOf(voters.length)} of ${voters.length} are needed`;
    return `etcd has ${who} that no Node of the cluster has; it ${state}${counts}. Where that machine is gone for good, say on a server, as root: ${etcdctl} member remove ${id}`;
  });
}
