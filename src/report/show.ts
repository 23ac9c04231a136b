import stringWidth from 'string-width';
import { jsonText } from './jsonText.ts';
import { type Palette, palette } from './palette.ts';
import { placeText } from './place.ts';
import type { ShowOrigin, ShowRow } from './showRow.ts';
import { buildTree, type Tree, treeValue } from './showTree.ts';
import { type ShownUpdates, updatesTable, updatesText } from './updateWindows.ts';
import { visible } from './visible.ts';
import { yamlFlow } from './yamlFlow.ts';

/** `router.address (inventory/site.yaml:9:12)`, `inventory/site.yaml:9:12`, `default`. */
export function originText(origin: ShowOrigin): string {
  if (origin.kind === 'default') return 'default';
  if (origin.kind === 'file') return placeText(origin.place);
  const from = visible(origin.from);
  return origin.place === undefined ? from : `${from} (${placeText(origin.place)})`;
}

/**
 * The resolved model as a tree, each value with its origin beside it, and a table of when nodes may reboot. It is valid YAML: origins
 * and table are comments.
 */
export function showText(
  rows: readonly ShowRow[],
  colour: boolean,
  updates: readonly ShownUpdates[] = [],
): string {
  const colours = palette(colour);
  const lines = updatesTable(updates).split('\n').filter(Boolean);
  const comments = lines.map((line) => `${colours.faint('#')} ${line}\n`);
  return `${treeText(rows, colours)}${comments.length === 0 ? '' : '\n'}${comments.join('')}`;
}

function treeText(rows: readonly ShowRow[], colours: Palette): string {
  return treeLines(buildTree(rows), '')
    .map(({ text, origin, column }) => {
      if (origin === undefined) return `${text}\n`;
      const padding = ' '.repeat(Math.max(0, column - stringWidth(text)));
      return `${text}${padding}   ${colours.faint(`# ${originText(origin)}`)}\n`;
    })
    .join('');
}

/** The same without colour: YAML that a file may hold. */
export function showYaml(rows: readonly ShowRow[]): string {
  return treeText(rows, palette(false));
}

/** The resolved model as JSON, the origin of each value by its JSON Pointer, and when nodes may reboot, also in words. */
export function showJson(rows: readonly ShowRow[], updates: readonly ShownUpdates[] = []): string {
  const origins = rows.map(({ path, origin }) => [pointer(path), origin] as const);
  return jsonText({
    version: 1,
    model: treeValue(buildTree(rows)),
    origins: Object.fromEntries(origins),
    updates: updates.map((each) => ({ ...each, text: updatesText(each) })),
  });
}

function pointer(path: ShowRow['path']): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

interface Line {
  readonly text: string;
  readonly origin?: ShowOrigin;
  /** Column at which the comments of neighbours begin. */
  readonly column: number;
}

/** Values wider than this do not push the comments of their neighbours to the right. */
const widestAligned = 48;

function treeLines(tree: Tree, indent: string): Line[] {
  if (tree.kind === 'leaf') {
    return [{ text: `${indent}${leafText(tree)}`, origin: tree.row.origin, column: 0 }];
  }
  const texts = [...tree.children].map(([key, child]) => ({ child, lead: `${indent}${keyText(key)}` }));
  const leaves = texts.flatMap(({ lead, child }) =>
    child.kind === 'leaf' ? [stringWidth(`${lead} ${leafText(child)}`)] : [],
  );
  const column = Math.max(0, ...leaves.filter((width) => width <= widestAligned));
  return texts.flatMap(({ lead, child }) => {
    if (child.kind === 'leaf')
      return [{ text: `${lead} ${leafText(child)}`, origin: child.row.origin, column }];
    const below = treeLines(child, `${indent}  `);
    return lead.endsWith('-') ? withDash(below, lead) : [{ text: lead, column: 0 }, ...below];
  });
}

/** The first line of an element stands behind its dash. */
function withDash([first, ...rest]: readonly Line[], lead: string): Line[] {
  return first === undefined
    ? []
    : [{ ...first, text: `${lead} ${first.text.slice(lead.length + 1)}` }, ...rest];
}

function leafText({ row }: Extract<Tree, { kind: 'leaf' }>): string {
  return yamlFlow(row.value);
}

/** A list's elements carry a dash, a map's their key. */
function keyText(key: string | number): string {
  return typeof key === 'number' ? '-' : `${yamlFlow(key)}:`;
}
