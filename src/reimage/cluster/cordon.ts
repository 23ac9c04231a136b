import { askApi } from './api/callApi.ts';
import type { ClusterTools } from './tools.ts';

/** What a change of a Node came to: `already` it was so; `absent`: the cluster has no such Node. */
export type NodeChange = 'done' | 'already' | 'absent';

/** No new pods come to a node. May be said again. Throws as askApi. */
export function cordon(tools: ClusterTools, node: string): Promise<NodeChange> {
  return change(tools, 'cordon', node);
}

/** Pods may come to a node again. May be said again; a Node that is gone has nothing to take back. Throws as askApi. */
export function uncordon(tools: ClusterTools, node: string): Promise<NodeChange> {
  return change(tools, 'uncordon', node);
}

async function change(tools: ClusterTools, verb: 'cordon' | 'uncordon', node: string): Promise<NodeChange> {
  const said = await askApi(tools, `${node} cannot be ${verb}ed`, [verb, node]);
  if (said === undefined) return 'absent';
  return said.includes(`already ${verb}ed`) ? 'already' : 'done';
}
