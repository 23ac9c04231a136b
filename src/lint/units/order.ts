import type { NodeView } from '../ignition/nodeView.ts';
import { onceForEach } from '../ignition/onceForEach.ts';
import { dependencies } from './dependencies.ts';
import type { Directive } from './unitFile.ts';

/** `after` starts after `before`, because the unit `writtenIn` says so. */
export interface OrderEdge {
  readonly after: string;
  readonly before: string;
  readonly writtenIn: string;
  readonly directive: Directive;
  /** The word of the directive that names the other unit. */
  readonly word: string;
}

/** For each unit of the configuration, the units that it starts after, as After= and Before= say; made once for a view. */
export const orderOf = onceForEach((view: NodeView): ReadonlyMap<string, readonly OrderEdge[]> => {
  const edges = new Map<string, OrderEdge[]>();
  for (const { unit } of view.units) {
    for (const { key, name, directive } of dependencies(unit)) {
      if (key !== 'After' && key !== 'Before') continue;
      const [after, before] = key === 'After' ? [unit.name, name] : [name, unit.name];
      const edge = { after, before, writtenIn: unit.name, directive, word: name };
      const others = edges.get(after);
      if (others === undefined) edges.set(after, [edge]);
      else others.push(edge);
    }
  }
  return edges;
});

/** Whether a unit starts after another one, directly or by way of others. */
export function startsAfter(
  order: ReadonlyMap<string, readonly OrderEdge[]>,
  after: string,
  before: string,
): boolean {
  const seen = new Set<string>();
  const waiting = [after];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const edge of order.get(name) ?? []) {
      if (edge.before === before) return true;
      waiting.push(edge.before);
    }
  }
  return false;
}
