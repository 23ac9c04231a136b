import type { Entry } from './entry.ts';

/** Which groups a host is in: those that name it, and those above them. */
export interface Groups {
  /** The farthest one first, as variables of a nearer one win. */
  of(host: string): readonly string[];
}

/** Links that are followed upwards; groups that hold each other end there. */
const deepest = 30;

/** The groups of an inventory. */
export function groupsOf(entries: readonly Entry[]): Groups {
  const parents = new Map<string, string[]>();
  const direct = new Map<string, string[]>();
  for (const entry of entries) {
    if (entry.kind === 'child') add(parents, entry.child, entry.group);
    if (entry.kind === 'host') add(direct, entry.host, entry.group);
  }
  return {
    of: (host) => {
      let level = direct.get(host) ?? [];
      const seen: string[] = [];
      for (let depth = 0; level.length > 0 && depth < deepest; depth++) {
        seen.push(...level);
        level = [...new Set(level.flatMap((group) => parents.get(group) ?? []))];
      }
      return [...new Set(['all', ...seen.reverse()])];
    },
  };
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
