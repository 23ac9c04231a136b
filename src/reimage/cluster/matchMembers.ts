import type { ToldMember } from '../../ports/kubectl.ts';
import type { EtcdMember } from '../plan/facts.ts';
import { sameHost } from '../plan/sameHost.ts';
import type { NodeObject } from './api/readNodes.ts';
import { k3sNames } from './k3s.ts';

/** Whether a member may be the one of a Node. */
type Test = (member: ToldMember, node: NodeObject) => boolean;

/** The surest first. A Node has one member, so that an old member of the same name is nobody's. */
const tests: readonly Test[] = [
  (member, node) => member.name !== '' && node.annotations[k3sNames.memberName] === member.name,
  (member, node) => isNamedAfter(member, node) && isAt(member, node),
  isNamedAfter,
  isAt,
];

/** Finds the Node of each member: by what K3s wrote on it, else by the member's name, else by its address. */
export function matchMembers(members: readonly ToldMember[], nodes: readonly NodeObject[]): EtcdMember[] {
  const nodeOf = new Map<ToldMember, string>();
  for (const test of tests) {
    const taken = new Set(nodeOf.values());
    const free = nodes.filter(({ name }) => !taken.has(name));
    const left = members.filter((member) => !nodeOf.has(member));
    for (const node of free) {
      const [match, another] = left.filter((member) => test(member, node));
      if (match !== undefined && another === undefined && !nodeOf.has(match)) nodeOf.set(match, node.name);
    }
  }
  return members.map((member) => {
    const { id, name, learner, healthy } = member;
    return { id, name, node: nodeOf.get(member), learner, healthy };
  });
}

/** K3s names a member `<short host name>-<8 digits>`. */
function isNamedAfter({ name }: ToldMember, node: NodeObject): boolean {
  const host = /^(.+)-[0-9a-f]{8}$/.exec(name)?.[1];
  return host !== undefined && sameHost(host, node.name);
}

function isAt({ peerUrls }: ToldMember, { addresses, annotations }: NodeObject): boolean {
  const known = [...addresses, annotations[k3sNames.memberAddress]];
  return peerUrls.some((url) => known.includes(hostOf(url)));
}

function hostOf(url: string): string | undefined {
  return /^https?:\/\/(\[[^\]]+\]|[^:/]+)/.exec(url)?.[1]?.replace(/^\[(.*)\]$/, '$1');
}
