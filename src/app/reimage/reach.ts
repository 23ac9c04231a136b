import type { Node, NodeNetwork } from '../../inventory/model/node.ts';
import type { PlannedNode, PlannedRemoval } from '../../reimage/plan/plan.ts';
import { inventoryNode, type SiteRun } from './siteRun.ts';

/** What it takes to log in to a node, which the inventory may not have any more. */
export interface ReachedNode extends Pick<Node, 'hostname' | 'shortName' | 'macs' | 'users' | 'sshHostKey'> {
  readonly network: Pick<NodeNetwork, 'address'>;
}

/** How a planned node is reached: as the inventory says, or as the plan does where the inventory does not have it. */
export function reachOf(run: Pick<SiteRun, 'inventory'>, planned: PlannedNode): ReachedNode {
  const { hostname, removal } = planned;
  const node = inventoryNode(run, hostname);
  if (node !== undefined) return node;
  if (removal === undefined) throw new Error(`${hostname} is no node`);
  return removedNode(hostname, removal);
}

/** A node that the inventory does not have: it is logged in to as the user that Fedora CoreOS has. */
export function removedNode(hostname: string, { address, macs }: PlannedRemoval): ReachedNode {
  return {
    hostname,
    shortName: hostname.split('.', 1)[0] ?? hostname,
    macs,
    users: [],
    network: {
      address: address === undefined ? { method: 'dhcp' } : { method: 'static', address, prefixLength: 32 },
    },
  };
}
