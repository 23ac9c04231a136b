import type { Role } from './answers.ts';

/** Names that groups and profiles of K3s clusters have, by the role that their machines take. */
const words: Readonly<Record<'server' | 'agent', RegExp>> = {
  server:
    /^(k3s[_-]?)?(servers?|masters?|managers?|controllers?|control[_-]?planes?|kube_control_plane|kube[_-]?masters?)$/i,
  agent: /^(k3s[_-]?)?(agents?|workers?|nodes?|kube[_-]?nodes?|kube[_-]?workers?)$/i,
};

/** The role that a name stands for; undefined where it says nothing of one. */
export function roleOfName(name: string): Role | undefined {
  if (words.server.test(name)) return 'server';
  return words.agent.test(name) ? 'agent' : undefined;
}

/** The role of a machine in several groups: a server may be among the nodes, too. */
export function roleOfNames(names: Iterable<string>): Role | undefined {
  const found = new Set([...names].map(roleOfName));
  return found.has('server') ? 'server' : found.has('agent') ? 'agent' : undefined;
}
