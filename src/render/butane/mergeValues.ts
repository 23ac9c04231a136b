import type { Pointer } from '../../inventory/model/provenance.ts';
import { equalData, isMapping, type Mapping } from './data.ts';
import type { MergeRule } from './mergeRule.ts';

/** One value that both sides set, differently. */
export interface Contradiction {
  /** Path of the value in the first side, and in what is merged. */
  readonly path: Pointer;
  readonly value: unknown;
  /** Path of the other value in the second side. */
  readonly otherPath: Pointer;
  readonly other: unknown;
}

/** What a merge tells while it works. */
export interface MergeListener {
  /** Whether the second side wins where both differ. */
  readonly override: boolean;
  /** The second side's value at `otherPath` is now at `path`. */
  taken(path: Pointer, otherPath: Pointer): void;
  /** Both differ at `path`, and neither may win. */
  contradicted(contradiction: Contradiction): void;
}

interface Paths {
  readonly path: Pointer;
  readonly otherPath: Pointer;
}

/** Merges two values by a rule. What is equal keeps the first side's identity; neither side is changed. */
export function mergeValues(
  rule: MergeRule,
  value: unknown,
  other: unknown,
  listener: MergeListener,
  paths: Paths = { path: [], otherPath: [] },
): unknown {
  if (equalData(value, other)) return value;
  if (rule.kind === 'map' && isMapping(value) && isMapping(other)) {
    return mergeMaps(rule, value, other, listener, paths);
  }
  if (Array.isArray(value) && Array.isArray(other)) {
    if (rule.kind === 'keyed') return mergeKeyed(rule, value, other, listener, paths);
    if (rule.kind === 'set') return appendMissing(value, other, listener, paths);
    if (rule.kind === 'append') return appendAll(value, other, listener, paths);
  }
  return settle(value, other, listener, paths);
}

/** Both sides differ and cannot be joined. A null says nothing. */
function settle(
  value: unknown,
  other: unknown,
  listener: MergeListener,
  { path, otherPath }: Paths,
): unknown {
  if (other === null) return value;
  if (value === null || listener.override) {
    listener.taken(path, otherPath);
    return other;
  }
  listener.contradicted({ path, value, otherPath, other });
  return value;
}

function mergeMaps(
  rule: Extract<MergeRule, { kind: 'map' }>,
  value: Mapping,
  other: Mapping,
  listener: MergeListener,
  { path, otherPath }: Paths,
): Mapping {
  // Without a prototype, so that a key such as `__proto__` is a key like any other.
  const merged: Record<string, unknown> = Object.assign(Object.create(null), value);
  for (const [field, wanted] of Object.entries(other)) {
    const at = { path: [...path, field], otherPath: [...otherPath, field] };
    const rival = rule.either?.includes(field)
      ? rule.either.find((each) => each !== field && Object.hasOwn(merged, each))
      : undefined;
    if (rival !== undefined) {
      const rivalPath = [...path, rival];
      if (!listener.override) {
        listener.contradicted({ ...at, path: rivalPath, value: merged[rival], other: wanted });
        continue;
      }
      delete merged[rival];
    }
    if (Object.hasOwn(merged, field)) {
      merged[field] = mergeValues(
        rule.fields[field] ?? { kind: 'unit' },
        merged[field],
        wanted,
        listener,
        at,
      );
    } else {
      merged[field] = wanted;
      listener.taken(at.path, at.otherPath);
    }
  }
  return merged;
}

function mergeKeyed(
  rule: Extract<MergeRule, { kind: 'keyed' }>,
  value: readonly unknown[],
  other: readonly unknown[],
  listener: MergeListener,
  { path, otherPath }: Paths,
): unknown[] {
  const keyOf = (item: unknown) => (isMapping(item) ? rule.key(item) : undefined);
  const places = new Map(value.map((item, index) => [keyOf(item), index]));
  const merged = [...value];
  other.forEach((item, index) => {
    const key = keyOf(item);
    const place = key === undefined ? undefined : places.get(key);
    const at = { path: [...path, place ?? merged.length], otherPath: [...otherPath, index] };
    if (place === undefined) {
      places.set(key, merged.length);
      merged.push(item);
      listener.taken(at.path, at.otherPath);
    } else {
      merged[place] = mergeValues(rule.item, merged[place], item, listener, at);
    }
  });
  return merged;
}

function appendMissing(
  value: readonly unknown[],
  other: readonly unknown[],
  listener: MergeListener,
  { path, otherPath }: Paths,
): unknown[] {
  const merged = [...value];
  other.forEach((item, index) => {
    if (merged.some((each) => equalData(each, item))) return;
    listener.taken([...path, merged.length], [...otherPath, index]);
    merged.push(item);
  });
  return merged;
}

function appendAll(
  value: readonly unknown[],
  other: readonly unknown[],
  listener: MergeListener,
  { path, otherPath }: Paths,
): unknown[] {
  other.forEach((_item, index) => {
    listener.taken([...path, value.length + index], [...otherPath, index]);
  });
  return [...value, ...other];
}
