import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';

/** The nodes that run K3s. */
export function clusterNodes({ nodes }: Pick<Site, 'nodes'>): readonly Node[] {
  return nodes.filter(({ role }) => role !== 'none');
}
