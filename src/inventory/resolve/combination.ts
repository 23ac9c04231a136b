import type { Layer, Layers } from './layer.ts';
import { setting } from './layer.ts';

/**
 * The layers that nodes with the same groups share, and what was resolved from them alone. A node whose file says
 * nothing of a concept gets the very object that the others have.
 */
export interface Combination {
  readonly layers: Layers;
  readonly groups: readonly string[];
  readonly resolved: Map<string, unknown>;
}

/** Answers the combination of common layers and some groups, the same object for the same groups. */
export type Combine = (groups: readonly number[]) => Combination;

/** Makes the table of combinations. */
export function combinations(common: Layers, groups: readonly Layer[]): Combine {
  const known = new Map<string, Combination>();
  return (indexes) => {
    const key = indexes.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const matched = indexes.flatMap((index) => groups[index] ?? []);
    const made: Combination = {
      layers: [...common, ...matched],
      groups: matched.map(({ group = '' }) => group),
      resolved: new Map(),
    };
    known.set(key, made);
    return made;
  };
}

/** Resolves one concept for a node, once for all nodes of a combination that say nothing of it themselves. */
export type Share = <T>(concept: string, keys: readonly string[], resolve: (layers: Layers) => T) => T;

/** Sharing for a node of a combination; `intern` answers one object for equal values. */
export function sharing(combination: Combination, node: Layer, intern: Intern): Share {
  const all: Layers = [...combination.layers, node];
  return (concept, keys, resolve) => {
    if (keys.some((key) => setting(node, key).value !== undefined)) return intern(concept, resolve(all));
    if (combination.resolved.has(concept))
      return combination.resolved.get(concept) as ReturnType<typeof resolve>;
    const made = intern(concept, resolve(combination.layers));
    combination.resolved.set(concept, made);
    return made;
  };
}

/** No sharing: resolves from all layers. For explaining one node. */
export function unshared(layers: Layers): Share {
  return (_concept, _keys, resolve) => resolve(layers);
}

/** Answers the first of all equal values of a concept. */
export type Intern = <T>(concept: string, value: T) => T;

/** Makes a table of values by their JSON. Only for plain data. */
export function interning(): Intern {
  const known = new Map<string, unknown>();
  return <T>(concept: string, value: T): T => {
    if (value === null || typeof value !== 'object') return value;
    const key = `${concept} ${JSON.stringify(value)}`;
    const found = known.get(key);
    if (found !== undefined) return found as T;
    known.set(key, value);
    return value;
  };
}
