import type { PlannedNode } from '../plan/plan.ts';
import type { NodeRun, ReimageRun } from './run.ts';

/** What the plan says of a node of the run. */
export function plannedOf(run: ReimageRun, hostname: string): PlannedNode {
  const planned = run.plan.nodes.find((node) => node.hostname === hostname);
  if (planned === undefined) throw new Error(`${hostname} is not in the plan`);
  return planned;
}

/** The run with a node that is otherwise. */
export function withNode(run: ReimageRun, hostname: string, changes: Partial<NodeRun>): ReimageRun {
  const nodes = run.nodes.map((node) => (node.hostname === hostname ? { ...node, ...changes } : node));
  return { ...run, nodes };
}

/** The run once the step is over that a node went on with. */
export function unmarked(run: ReimageRun, hostname: string): ReimageRun {
  const nodes = run.nodes.map((node) => {
    const { resumed: _resumed, ...rest } = node;
    return node.hostname === hostname ? rest : node;
  });
  return { ...run, nodes };
}
