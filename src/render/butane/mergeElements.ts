import { isMapping } from './data.ts';
import { type Element, type ElementOrigin, originOf, partKey } from './element.ts';
import { mergeRules } from './mergeRule.ts';
import { type Contradiction, mergeValues } from './mergeValues.ts';

/** Two elements of one key, merged. */
export interface MergedElement {
  readonly element: Element;
  readonly contradictions: readonly Contradiction[];
}

type Memo = WeakMap<Element, WeakMap<Element, MergedElement>>;
const memos: { readonly plain: Memo; readonly override: Memo } = {
  plain: new WeakMap(),
  override: new WeakMap(),
};

/**
 * Merges an element into another one of the same section and key. The result is remembered for the pair, so that nodes that share
 * both share what they make. When the second adds nothing, the first is answered as it is.
 */
export function mergeElements(first: Element, second: Element, override: boolean): MergedElement {
  const memo = override ? memos.override : memos.plain;
  let known = memo.get(first);
  if (known === undefined) {
    known = new WeakMap();
    memo.set(first, known);
  }
  const remembered = known.get(second);
  if (remembered !== undefined) return remembered;
  const merged = merge(first, second, override);
  known.set(second, merged);
  return merged;
}

function merge(first: Element, second: Element, override: boolean): MergedElement {
  const parts = new Map<string, ElementOrigin>(first.parts);
  const contradictions: Contradiction[] = [];
  let changed = false;
  const value = mergeValues(mergeRules[first.section], first.value, second.value, {
    override,
    taken(path, otherPath) {
      changed = true;
      parts.set(partKey(path), originOf(second, otherPath));
    },
    contradicted: (contradiction) => contradictions.push(contradiction),
  });
  const element = changed && isMapping(value) ? { ...first, value, parts } : first;
  return { element, contradictions };
}
