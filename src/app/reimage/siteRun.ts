import type { Inventory } from '../../inventory/model/inventory.ts';
import type { Node } from '../../inventory/model/node.ts';
import type { World } from '../../ports/world.ts';
import type { StoragePlace } from '../storage/place.ts';
import type { GateConnection } from './connections.ts';

/** What all parts of a reimage of one site work with. */
export interface SiteRun {
  readonly name: string;
  readonly inventory: Inventory;
  readonly place: StoragePlace;
  readonly world: World;
  readonly gate: GateConnection;
  /** Host keys that the one who runs this knows, in the format of `known_hosts`. */
  readonly knownHosts: string;
  /** The value of a secret that was asked for beforehand. */
  readonly reveal: (secret: string) => string;
}

/** The node of a host name. */
export function nodeOf(run: Pick<SiteRun, 'inventory'>, hostname: string): Node {
  const node = inventoryNode(run, hostname);
  if (node === undefined) throw new Error(`${hostname} is no node`);
  return node;
}

/** The same; undefined where the inventory has none. */
export function inventoryNode({ inventory }: Pick<SiteRun, 'inventory'>, hostname: string): Node | undefined {
  return inventory.site.nodes.find((each) => each.hostname === hostname);
}
