import type { Document } from '../model/document.ts';
import type { Layers } from './layer.ts';
import { mergedEntries, pick } from './pick.ts';
import { at, entriesOf, items, root, text, texts, type Written } from './written.ts';

/** Which nodes a group of site.yaml takes in. All given conditions must hold. */
export interface GroupMatch {
  readonly name: string;
  readonly role?: string;
  readonly labels: readonly (readonly [string, unknown])[];
  /** Names of node files or host names, short or full. */
  readonly nodes?: ReadonlySet<string>;
}

/** What groups match a node by. */
export interface Matchable {
  /** All names under which the node is known. */
  readonly names: readonly string[];
  /** Layers of site, defaults and node: groups do not match by what groups set. */
  readonly layers: Layers;
}

/** The groups of site.yaml, in order. A group of the wrong shape matches nothing. */
export function readGroups(site: Document): GroupMatch[] {
  return items(at(root(site), 'groups')).map((group, index) => {
    const match = at(group, 'match');
    const role = text(at(match, 'role'));
    const nodes = at(match, 'nodes');
    return {
      name: text(at(group, 'name')) ?? String(index),
      ...(role === undefined ? {} : { role }),
      labels: entriesOf(at(match, 'labels')).map(([key, written]) => [key, written.value] as const),
      ...(nodes.value === undefined ? {} : { nodes: new Set(texts(nodes)) }),
    };
  });
}

/** Indexes of the groups that take a node in, in order. */
export function matchingGroups(groups: readonly GroupMatch[], node: Matchable): number[] {
  if (groups.length === 0) return [];
  const role = roleFor(node.layers);
  const labels = mergedEntries(node.layers, ['labels']);
  return groups.flatMap((group, index) => (matches(group, node.names, role, labels) ? [index] : []));
}

function matches(
  group: GroupMatch,
  names: readonly string[],
  role: string,
  labels: ReadonlyMap<string, Written>,
): boolean {
  if (group.role === undefined && group.nodes === undefined && group.labels.length === 0) return false;
  return (
    (group.role === undefined || group.role === role) &&
    (group.nodes === undefined || names.some((name) => group.nodes?.has(name))) &&
    group.labels.every(([key, value]) => labels.get(key)?.value === value)
  );
}

function roleFor(layers: Layers): string {
  const written = pick(layers, ['role']);
  return (written && text(written)) ?? 'none';
}
