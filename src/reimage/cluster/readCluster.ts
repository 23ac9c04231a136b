import type { ClusterView } from '../plan/facts.ts';
import { type NodeObject, readNodes } from './api/readNodes.ts';
import { matchMembers } from './matchMembers.ts';
import { notedMembers } from './notedMembers.ts';
import type { ClusterTools } from './tools.ts';

/** A cluster with all that is read of its Nodes. */
export interface LiveCluster extends ClusterView {
  readonly nodes: readonly NodeObject[];
}

/** The cluster as it is now: its Nodes, and the members of etcd by etcd's own word. Throws a Failure where nobody answers. */
export async function readCluster(tools: ClusterTools): Promise<LiveCluster> {
  const nodes = await readNodes(tools);
  const toldBy = tools.kubectl.name;
  const told = await tools.etcd?.members(tools.signal);
  if (told?.kind === 'members') return { toldBy, nodes, members: matchMembers(told.members, nodes) };
  const members = notedMembers(nodes);
  if (members === undefined) return { toldBy, nodes, members: undefined };
  return { toldBy, nodes, members, membersProblem: problemOf(told, toldBy) };
}

function problemOf(
  told: { readonly kind: string; readonly why?: string } | undefined,
  server: string,
): string {
  if (told === undefined) return 'etcd can be asked over SSH on a server alone';
  if (told.kind === 'none') return `${server} runs no etcd, and other servers do`;
  return `etcd of ${server} does not answer: ${told.why ?? ''}`;
}
