import type { PlannedNode } from '../plan/plan.ts';
import { pointOfNoReturn, type Step, steps } from './step.ts';

/** What takes a node out of its cluster. */
const leaving: readonly Step[] = ['cordon', 'drain', 'removeMember', 'deleteNode'];

/** All that is done to a node that leaves for good. */
const removing: readonly Step[] = ['prove', ...leaving];

/**
 * The steps that a node goes through. What the cluster does not know needs no leave of it, and the first node of a new cluster has none
 * to leave. One that is removed does not come back.
 */
export function stepsOf({
  role,
  variant,
  kubernetesName,
  member,
  removal,
}: Pick<PlannedNode, 'role' | 'variant' | 'kubernetesName' | 'member' | 'removal'>): readonly Step[] {
  const known = kubernetesName !== undefined && variant !== 'bootstrap';
  return steps.filter((step) => {
    if (removal !== undefined && !removing.includes(step)) return false;
    if (step === 'removeMember') return known && member !== undefined;
    if (leaving.includes(step)) return known;
    return step !== 'uncordon' || role !== 'none';
  });
}

/** The step after one; undefined after the last. */
export function stepAfter(node: PlannedNode, step: Step): Step | undefined {
  const own = stepsOf(node);
  return own[own.indexOf(step) + 1];
}

/** Whether a step comes before another. */
export function isBefore(step: Step, other: Step): boolean {
  return steps.indexOf(step) < steps.indexOf(other);
}

/** Whether a node is not what it was once it has done a step: from then on only going on mends it. */
export function isCommitted(node: PlannedNode, done: Step): boolean {
  if (!isBefore(done, 'netboot')) return true;
  return !isBefore(done, pointOfNoReturn) && stepsOf(node).includes('deleteNode');
}
