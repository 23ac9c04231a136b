import type { PlannedNode, ReimagePlan } from '../../plan/plan.ts';
import type { GateStory, SiteAccess } from '../access.ts';
import type { StepContext } from '../site.ts';
import { isInstalled } from './installed.ts';
import { refuseOtherRelease, refuseUnsafe } from './safety.ts';
import { takeOutAgain } from './takeOutAgain.ts';

/**
 * Lets a node be installed, once. A permission that it makes use of already is left to it, another one would void it; and one that was installed
 * after all, when nobody waited for it any more, needs none.
 */
export async function arm(access: SiteAccess, node: PlannedNode, context: StepContext): Promise<void> {
  const { plan, signal, confirm } = context;
  await refuseOtherRelease(access, plan, signal);
  if (isOnItsWay(await access.gate.story(node, signal), node, plan)) return;
  if (await isInstalled(access, node, plan, signal)) return;
  await takeOutAgain(access, node, context);
  await refuseUnsafe(access, node, context);
  await confirm();
  await access.gate.arm(node, signal);
}

/** Whether a machine makes use of the permission that this plan gives it. */
export function isOnItsWay({ armed }: GateStory, { wanted }: PlannedNode, { release }: ReimagePlan): boolean {
  return (
    armed !== undefined &&
    armed.progress !== 'waiting' &&
    armed.digest === wanted &&
    armed.release === release
  );
}
