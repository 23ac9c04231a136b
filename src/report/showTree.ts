import type { ShowRow } from './showRow.ts';

/** Rows as a tree: a map with keys, a list with indexes, or one value. */
export type Tree =
  | { readonly kind: 'branch'; readonly children: Map<string | number, Tree> }
  | { readonly kind: 'leaf'; readonly row: ShowRow };

/** Puts rows in a tree, in the order in which they come. A row below a value that has a row of its own is left out. */
export function buildTree(rows: readonly ShowRow[]): Tree {
  const root: Tree = { kind: 'branch', children: new Map() };
  for (const row of rows) place(root, row);
  return root;
}

function place(root: Extract<Tree, { kind: 'branch' }>, row: ShowRow): void {
  let branch = root;
  const last = row.path.length - 1;
  for (const [depth, key] of row.path.entries()) {
    const there = branch.children.get(key);
    if (depth === last) {
      if (there === undefined) branch.children.set(key, { kind: 'leaf', row });
      return;
    }
    if (there?.kind === 'leaf') return;
    const next = there ?? { kind: 'branch' as const, children: new Map() };
    branch.children.set(key, next);
    branch = next;
  }
}

/** The tree as plain data. */
export function treeValue(tree: Tree): unknown {
  if (tree.kind === 'leaf') return tree.row.value;
  const entries = [...tree.children].map(([key, child]) => [key, treeValue(child)] as const);
  const isList = entries.length > 0 && entries.every(([key]) => typeof key === 'number');
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
