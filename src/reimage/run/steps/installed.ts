import type { PlannedNode, ReimagePlan } from '../../plan/plan.ts';
import type { SiteAccess } from '../access.ts';

/**
 * Whether a machine that was to be installed runs what it was to be installed with, by its own word. Before it is known to have fetched its
 * Ignition, that tells only where it ran something else when it was planned.
 */
export async function isInstalled(
  access: SiteAccess,
  node: PlannedNode,
  plan: Pick<ReimagePlan, 'release'>,
  signal: AbortSignal,
): Promise<boolean> {
  if (node.running === undefined || node.running === node.wanted) return false;
  return runsWanted(access, node, plan, signal);
}

/** Whether a machine runs what the plan wants, by its own word. */
export async function runsWanted(
  access: SiteAccess,
  node: PlannedNode,
  { release }: Pick<ReimagePlan, 'release'>,
  signal: AbortSignal,
): Promise<boolean> {
  const { generation } = await access.machine(node, signal);
  return generation !== undefined && generation.digest === node.wanted && generation.release === release;
}
