import type { Inventory } from '../inventory/model/inventory.ts';
import type { Node } from '../inventory/model/node.ts';
import type { Origin, Pointer } from '../inventory/model/provenance.ts';
import type { World } from '../ports/world.ts';
import type { ShowOrigin, ShowRow } from '../report/showRow.ts';
import type { ShownUpdates } from '../report/updateWindows.ts';
import { Failure } from '../shared/failure.ts';
import type { Finding, Place } from '../shared/finding.ts';
import { nearest } from '../shared/nearest.ts';
import { openSites, type Selection, siteName } from './sites.ts';

/** The resolved model of a site or of one of its nodes. */
export interface Shown {
  /** Name of the site. */
  readonly site: string;
  readonly rows: readonly ShowRow[];
  /** When nodes may reboot for updates: the node that is shown, or all of the site, by host name. */
  readonly updates: readonly ShownUpdates[];
  readonly findings: readonly Finding[];
}

/** Resolves the inventory and says where each value came from: of one node, or of the site without its nodes. */
export async function show(
  selection: Selection,
  node: string | undefined,
  world: World,
): Promise<readonly Shown[]> {
  const opened = await openSites(selection, world);
  const readable = opened.flatMap((site) =>
    site.inventory === undefined ? [] : [{ ...site, inventory: site.inventory }],
  );
  if (readable.length === 0)
    return opened.map((site) => ({
      site: siteName(site),
      rows: [],
      updates: [],
      findings: site.findings,
    }));
  if (node === undefined) {
    return readable.map(({ inventory, findings }) => ({
      site: inventory.site.name,
      rows: siteRows(inventory),
      updates: inventory.site.nodes.map(updatesOf),
      findings,
    }));
  }
  const found = readable.flatMap(({ inventory, findings }) => {
    const index = inventory.site.nodes.findIndex((each) => isNamed(each, node));
    const each = inventory.site.nodes[index];
    if (each === undefined) return [];
    const rows = nodeRows(inventory, index);
    return [{ site: inventory.site.name, rows, updates: [updatesOf(each)], findings }];
  });
  if (found.length > 0) return found;
  const names = readable.flatMap(({ inventory }) => inventory.site.nodes.map(({ name }) => name));
  const near = nearest(node, names);
  const there = `nodes there: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}`;
  throw new Failure('usage', `no node named ${JSON.stringify(node)} in ${opened.map(siteName).join(', ')}`, {
    next: near === undefined ? there : `did you mean ${near}? ${there}`,
  });
}

function isNamed(node: Node, name: string): boolean {
  return node.name === name || node.hostname === name || node.shortName === name;
}

function updatesOf({ name, updates }: Node): ShownUpdates {
  return { node: name, ...updates };
}

function siteRows(inventory: Inventory): ShowRow[] {
  const { nodes, manifests, file: _file, folder: _folder, ...site } = inventory.site;
  const summary = {
    ...site,
    nodes: nodes.map(({ name }) => name),
    manifests: manifests.map(({ file }) => file),
  };
  return [...rowsOf(inventory, '', summary, [])];
}

function nodeRows(inventory: Inventory, index: number): ShowRow[] {
  const found = inventory.site.nodes[index];
  if (found === undefined) return [];
  const { file: _file, ...node } = found;
  const overlays = node.overlays.map(({ file, override }) => (override ? { file, override } : file));
  return [...rowsOf(inventory, `/nodes/${index}`, { ...node, overlays }, [])];
}

/** A row for each scalar, and for each list whose values came from one place. */
function* rowsOf(
  inventory: Inventory,
  root: string,
  value: unknown,
  path: readonly (string | number)[],
): Generator<ShowRow> {
  const from = gathered(path);
  if (from !== undefined) yield { path, value, origin: from };
  else if (Array.isArray(value) && (value.some(isObject) || isJoined(inventory, root, value, path))) {
    for (const [index, each] of value.entries()) yield* rowsOf(inventory, root, each, [...path, index]);
  } else if (isObject(value) && !Array.isArray(value)) {
    for (const [key, each] of Object.entries(value)) yield* rowsOf(inventory, root, each, [...path, key]);
  } else if (value !== undefined) {
    yield { path, value, origin: originOf(inventory, root, path) };
  }
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object';
}

/** What no file says, because it is gathered from many. */
function gathered(path: readonly (string | number)[]): ShowOrigin | undefined {
  const from = {
    nodes: 'the files in nodes/',
    manifests: 'the files in manifests/',
    secrets: 'every { secret: … }',
  };
  const [first] = path;
  return Object.hasOwn(from, String(first))
    ? { kind: 'derived', from: from[first as keyof typeof from] }
    : undefined;
}

/** Whether the elements of a list came from several places: those have origins of their own. */
function isJoined(
  { provenance }: Inventory,
  root: string,
  list: readonly unknown[],
  path: readonly (string | number)[],
): boolean {
  const pointer = root + jsonPointer(path);
  return list.length > 0 && !provenance.has(pointer) && provenance.has(`${pointer}/0`);
}

function jsonPointer(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The origin of a value, or of the nearest value around it that has one. */
function originOf(inventory: Inventory, root: string, path: readonly (string | number)[]): ShowOrigin {
  for (let length = path.length; length > 0; length--) {
    const pointer = path
      .slice(0, length)
      .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`);
    const origin = inventory.provenance.get(root + pointer.join(''));
    if (origin !== undefined) return shown(inventory, origin);
  }
  return { kind: 'default' };
}

function shown(inventory: Inventory, origin: Origin): ShowOrigin {
  if (origin.kind === 'default') return { kind: 'default' };
  if (origin.kind === 'file') return { kind: 'file', place: placeIn(inventory, origin) };
  const { from, source } = origin;
  return { kind: 'derived', from, ...(source === undefined ? {} : { place: placeIn(inventory, source) }) };
}

function placeIn({ documents }: Inventory, { file, pointer }: { file: string; pointer: Pointer }): Place {
  return documents.get(file)?.locate(pointer) ?? { file, line: 1, column: 1 };
}
