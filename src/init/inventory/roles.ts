import type { NodeAnswers, Role } from '../answers.ts';

/** Servers of a cluster that goes on when one of them is gone. */
export const serversForQuorum = 3;

/** A node whose role may still be open. */
export type Unassigned = Omit<NodeAnswers, 'role'> & { readonly role?: Role | undefined };

/**
 * Gives nodes without a role one: servers until there are three of them, or one where three cannot be had; the others are agents. Exactly
 * one of several servers founds the cluster: the first, unless one is named. Without Kubernetes nobody has a role.
 */
export function withRoles(nodes: readonly Unassigned[], kubernetes: boolean): NodeAnswers[] {
  if (!kubernetes) return nodes.map((node) => ({ ...node, role: node.role ?? 'none' }));
  const given = nodes.filter(({ role }) => role === 'server').length;
  const open = nodes.filter(({ role }) => role === undefined).length;
  const wanted = given + open >= serversForQuorum ? serversForQuorum : 1;
  let missing = Math.max(0, wanted - given);
  const assigned = nodes.map((node): NodeAnswers => {
    if (node.role !== undefined) return { ...node, role: node.role };
    return { ...node, role: missing-- > 0 ? 'server' : 'agent' };
  });
  return withFirstServer(assigned);
}

function withFirstServer(nodes: readonly NodeAnswers[]): NodeAnswers[] {
  const servers = nodes.filter(({ role }) => role === 'server');
  const [first] = servers;
  if (servers.length < 2 || servers.some(({ firstServer }) => firstServer === true)) return [...nodes];
  return nodes.map((node) => (node === first ? { ...node, firstServer: true } : node));
}
