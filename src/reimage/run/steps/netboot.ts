import { ConnectionLost } from '../../../ports/remoteShell.ts';
import { Failure } from '../../../shared/failure.ts';
import type { PlannedNode } from '../../plan/plan.ts';
import type { GateStory, SiteAccess } from '../access.ts';
import type { StepContext } from '../site.ts';
import { isOnItsWay } from './arm.ts';
import { pollMilliseconds, wasInstalled } from './install.ts';
import { isInstalled } from './installed.ts';
import { disarmedBefore, notArmed } from './notArmed.ts';
import { refuseReturned, refuseUnsafe } from './safety.ts';

/** Milliseconds that a machine which does not let itself be switched may need to show up all the same: it may be starting already. */
const grace = 300_000;

/** Makes a machine boot from the network, once; nothing where it does already. */
export async function netboot(access: SiteAccess, node: PlannedNode, context: StepContext): Promise<void> {
  const { signal, tell, confirm } = context;
  const first = (story: GateStory) => disarmedBefore(access, node, story, context);
  if (await isSeen(access, node, context, first)) return;
  await refuseUnsafe(access, node, context);
  await refuseReturned(access, node, signal);
  try {
    const power = access.power(node, tell);
    await confirm();
    const { detail } = await power.bootNetworkOnce(signal);
    tell(detail);
    await confirm();
    await power.cycle(signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure || error instanceof ConnectionLost)) throw error;
    tell(`${error.message}; it may be starting already`);
    if (!(await showsUp(access, node, context))) throw error;
  }
}

/** Whether the machine came to the gate since it was armed. Throws where it may not be installed any more. */
async function isSeen(
  access: SiteAccess,
  node: PlannedNode,
  { plan, signal }: StepContext,
  gone: (story: GateStory) => Failure | Promise<Failure> = notArmed,
): Promise<boolean> {
  const story = await access.gate.story(node, signal);
  if (isOnItsWay(story, node, plan) || wasInstalled(story)) return true;
  if (story.armed !== undefined) return false;
  if (await isInstalled(access, node, plan, signal)) return true;
  throw await gone(story);
}

async function showsUp(access: SiteAccess, node: PlannedNode, context: StepContext): Promise<boolean> {
  for (let waited = 0; waited < grace; waited += pollMilliseconds) {
    if (await isSeen(access, node, context)) return true;
    await access.wait(pollMilliseconds, context.signal);
  }
  return false;
}
