import type { Flow } from './flow.ts';

/** What Tarjan's algorithm keeps while it runs. */
interface Search {
  readonly next: (index: number) => readonly number[];
  readonly order: Map<number, number>;
  readonly low: Map<number, number>;
  readonly stack: number[];
  readonly onStack: Set<number>;
  /** The path to the statement that is looked at, with the edge of each that comes next. Recursion would overflow. */
  readonly path: { readonly index: number; edge: number }[];
  readonly found: number[][];
}

/** Groups of statements each of which leads to each: the loops of a script, in its order. */
export function cycles({ steps, labels, anyLabel, reachable }: Flow): number[][] {
  const all = [...labels.values()];
  const search: Search = {
    next: (index) => (index === anyLabel ? all : (steps[index]?.targets ?? [])),
    order: new Map(),
    low: new Map(),
    stack: [],
    onStack: new Set(),
    path: [],
    found: [],
  };
  for (const root of [...reachable].sort((a, b) => a - b)) {
    if (!search.order.has(root)) searchFrom(search, root);
  }
  return search.found.sort(([a = 0], [b = 0]) => a - b);
}

function searchFrom(search: Search, root: number): void {
  enter(search, root);
  for (let top = search.path.at(-1); top !== undefined; top = search.path.at(-1)) {
    const target = search.next(top.index)[top.edge++];
    if (target === undefined) leave(search, top.index);
    else if (!search.order.has(target)) enter(search, target);
    else if (search.onStack.has(target)) lower(search, top.index, search.order.get(target) ?? 0);
  }
}

function enter(search: Search, index: number): void {
  const order = search.order.size;
  search.order.set(index, order);
  search.low.set(index, order);
  search.stack.push(index);
  search.onStack.add(index);
  search.path.push({ index, edge: 0 });
}

function leave(search: Search, index: number): void {
  const { order, low, stack, onStack, path, found, next } = search;
  path.pop();
  const parent = path.at(-1);
  if (parent !== undefined) lower(search, parent.index, low.get(index) ?? 0);
  if (low.get(index) !== order.get(index)) return;
  const members = stack.splice(stack.lastIndexOf(index));
  for (const member of members) onStack.delete(member);
  if (members.length > 1 || next(index).includes(index)) found.push(members.sort((a, b) => a - b));
}

function lower({ low }: Search, index: number, value: number): void {
  low.set(index, Math.min(low.get(index) ?? value, value));
}
