import type { Taint } from '../../inventory/model/node.ts';
import type { ClusterView, KubernetesNode } from '../plan/facts.ts';
import { sameHost } from '../plan/sameHost.ts';

/** What a node of the cluster has to be. */
export interface ExpectedNode {
  /** FQDN. */
  readonly hostname: string;
  readonly role: 'server' | 'agent';
  /** Of K3s: `v1.35.2+k3s1` */
  readonly version: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

/** What of a node is not so, or not yet, in words; empty when it is what it has to be. */
export function verifyNode({ nodes, members }: ClusterView, expected: ExpectedNode): string[] {
  const node = nodes.find(({ name }) => sameHost(name, expected.hostname));
  if (node === undefined) return ['it has not joined the cluster'];
  return [
    ...(node.deleting ? ['somebody deleted it from the cluster'] : []),
    ...(node.ready ? [] : ['it is not Ready']),
    ...(node.version === expected.version
      ? []
      : [`it runs ${node.version || '?'}, and not ${expected.version}`]),
    ...(expected.role === 'server' ? serverFaults(node, members) : []),
    ...labelFaults(node, expected.labels),
    ...taintFaults(node, expected.taints),
  ];
}

/** Without embedded etcd there is no member to look for. */
function serverFaults({ name, server }: KubernetesNode, members: ClusterView['members']): string[] {
  const missing = server ? [] : ['it has no role of a server'];
  if (members === undefined) return missing;
  const member = members.find(({ node }) => node === name);
  if (member === undefined) return [...missing, 'it is no member of etcd'];
  if (member.learner) return [...missing, 'etcd still teaches it: it does not vote yet'];
  return member.healthy ? missing : [...missing, 'its member of etcd is not healthy'];
}

function labelFaults({ labels }: KubernetesNode, wanted: Readonly<Record<string, string>>): string[] {
  return Object.entries(wanted)
    .filter(([key, value]) => labels[key] !== value)
    .map(([key, value]) =>
      labels[key] === undefined
        ? `it has no label ${key}=${value}`
        : `its label ${key} is ${JSON.stringify(labels[key])}, and not ${JSON.stringify(value)}`,
    );
}

function taintFaults({ taints }: KubernetesNode, wanted: readonly Taint[]): string[] {
  return wanted
    .map(({ key, value, effect }) => (value ? `${key}=${value}:${effect}` : `${key}:${effect}`))
    .filter((taint) => !taints.includes(taint))
    .map((taint) => `it has no taint ${taint}`);
}
