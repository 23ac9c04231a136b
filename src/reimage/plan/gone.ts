import type { Role } from '../../inventory/model/node.ts';
import type { ClusterView, KubernetesNode } from './facts.ts';
import { sameHost } from './sameHost.ts';

/** A node of the cluster that the inventory does not have: somebody removed its file, or it never had one. */
export interface GoneNode {
  /** First label of its host name. */
  readonly name: string;
  /** FQDN. */
  readonly hostname: string;
  readonly role: Exclude<Role, 'none'>;
  readonly kubernetes: KubernetesNode;
}

/** What of a site decides whether it has a node. */
export interface KnownNodes {
  readonly domain: string;
  readonly nodes: readonly { readonly hostname: string }[];
}

/** Nodes of the cluster that the inventory does not have, in the cluster's order. */
export function goneNodes(site: KnownNodes, cluster: ClusterView | undefined): GoneNode[] {
  return (cluster?.nodes ?? [])
    .filter(({ name }) => !site.nodes.some(({ hostname }) => sameHost(hostname, name)))
    .map((kubernetes) => goneNode(site, kubernetes));
}

/** A node of the cluster by the names that a site gives it. */
export function goneNode({ domain }: Pick<KnownNodes, 'domain'>, kubernetes: KubernetesNode): GoneNode {
  const { name, server } = kubernetes;
  return {
    name: name.split('.', 1)[0] ?? name,
    hostname: name.includes('.') ? name : `${name}.${domain}`,
    role: server ? 'server' : 'agent',
    kubernetes,
  };
}

/** The nodes that somebody may mean. The name of a Node is one node's alone; a first label may be that of several. */
export function namedNodes<N extends GoneNode>(there: readonly N[], said: string): readonly N[] {
  const exactly = there.filter(({ kubernetes }) => kubernetes.name === said);
  if (exactly.length > 0) return exactly;
  return there.filter(({ name, hostname }) => said === name || said === hostname);
}

/** What somebody is told of a node that the inventory does not have. */
export function goneWords({ name }: Pick<GoneNode, 'name'>): string {
  return `the inventory does not have it: pilotlight reimage --remove ${name} takes it out of the cluster`;
}
