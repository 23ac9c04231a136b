import type { Inventory } from '../../inventory/model/inventory.ts';
import type { Node } from '../../inventory/model/node.ts';
import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';
import { nearest } from '../../shared/nearest.ts';
import { openSites, type Selection, siteName } from '../sites.ts';

/** A node, and its place in the model: `/nodes/3`. */
export interface ChosenNode {
  readonly node: Node;
  readonly path: string;
}

/** A site with those of its nodes that were named. */
export interface ChosenSite {
  readonly name: string;
  readonly inventory: Inventory;
  readonly nodes: readonly ChosenNode[];
}

/** The nodes that go by some names, by site and in the order of the names. Throws a Failure that says all that is wrong with the names. */
export async function chooseNodes(
  selection: Selection,
  names: readonly string[],
  world: World,
): Promise<ChosenSite[]> {
  const sites = (await openSites(selection, world)).flatMap(({ inventory, ...site }) =>
    inventory === undefined ? [] : [{ name: siteName({ ...site, inventory }), inventory }],
  );
  if (sites.length === 0) {
    throw new Failure('usage', `no site of ${selection.folder} can be read`, {
      next: 'pilotlight check lists what is wrong with the inventory',
    });
  }
  const wrong: string[] = [];
  for (const name of new Set(names)) {
    const found = sites.filter(({ inventory }) => inventory.site.nodes.some((node) => isNamed(node, name)));
    if (found.length === 0) wrong.push(unknownNode(name, sites));
    if (found.length > 1)
      wrong.push(`${found.map((site) => site.name).join(' and ')} have a node ${name}: name one with --site`);
  }
  if (wrong.length > 0) throw new Failure('usage', wrong.join('\n'));
  return sites
    .map(({ name, inventory }) => ({ name, inventory, nodes: nodesOf(inventory, names) }))
    .filter(({ nodes }) => nodes.length > 0);
}

/** Whether a person means a node by a name. */
export function isNamed(node: Pick<Node, 'name' | 'hostname' | 'shortName'>, name: string): boolean {
  return node.name === name || node.hostname === name || node.shortName === name;
}

function nodesOf({ site }: Inventory, names: readonly string[]): ChosenNode[] {
  const chosen = new Map<Node, ChosenNode>();
  for (const name of names) {
    for (const [index, node] of site.nodes.entries())
      if (isNamed(node, name)) chosen.set(node, { node, path: `/nodes/${index}` });
  }
  return [...chosen.values()];
}

function unknownNode(name: string, sites: readonly { readonly inventory: Inventory }[]): string {
  const names = sites.flatMap(({ inventory }) => inventory.site.nodes.map((node) => node.name));
  const near = nearest(name, names);
  const hint = near === undefined ? `nodes there: ${names.slice(0, 20).join(', ')}` : `did you mean ${near}?`;
  return `no node named ${JSON.stringify(name)}: ${hint}`;
}
