import type { EtcdMember } from '../plan/facts.ts';
import type { NodeObject } from './api/readNodes.ts';
import { k3sNames } from './k3s.ts';

/**
 * Members by what K3s noted on its Nodes, where etcd itself does not answer: the server that leads etcd writes the condition every quarter
 * of a minute, and a member without a Node is not seen. So a member counts as healthy only when everything says so.
 */
export function notedMembers(nodes: readonly NodeObject[]): EtcdMember[] | undefined {
  const servers = nodes.filter(({ labels }) => labels[k3sNames.etcdLabel] === 'true');
  if (servers.length === 0) return undefined;
  return servers.flatMap(({ name: node, annotations, conditions, ready }) => {
    const name = annotations[k3sNames.memberName];
    const condition = conditions.get(k3sNames.voter);
    const left = annotations[k3sNames.removed] === name || condition?.reason === 'NotAMember';
    if (name === undefined || left) return [];
    const learner = condition?.reason === 'MemberIsLearner';
    return [{ id: name, name, node, learner, healthy: ready && (learner || condition?.status === 'True') }];
  });
}
