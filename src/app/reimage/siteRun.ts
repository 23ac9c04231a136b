import type { Inventory } from '../../inventory/model/inventory.ts';
import type { Node } from '../../inventory/model/node.ts';
import type { KubeconfigChoice } from '../../ports/kubectl.ts';
import type { SshHost } from '../../ports/remoteShell.ts';
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
  /** The host that nodes are reached through; undefined where they are reached directly. */
  readonly jump: SshHost | undefined;
  /** How the cluster is asked, where that is not over SSH. */
  readonly kubeconfig: KubeconfigChoice | undefined;
  /** The value of a secret that was asked for beforehand. */
  readonly reveal: (secret: string) => string;
  /** Whether that is known: not all of them are where somebody only looks. */
  readonly isKnown: (secret: string) => boolean;
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
