import { Failure } from '../../../shared/failure.ts';
import type { PlannedNode } from '../../plan/plan.ts';
import type { GateStory, SiteAccess } from '../access.ts';
import { FoundDisarmed } from '../foundDisarmed.ts';
import type { StepContext } from '../site.ts';

/** Nothing lets the machine be installed any more. */
export function notArmed({ since }: GateStory): Failure {
  const expired = since?.some(({ kind }) => kind === 'expired') === true;
  const why = expired
    ? 'the time for which it was armed is up'
    : since === undefined
      ? 'the gate knows nothing of it: the router restarted'
      : 'somebody disarmed it';
  return new Failure('world', `it is not armed any more: ${why}`, {
    next: 'pilotlight reimage --resume arms it again',
  });
}

/**
 * The same, at a step's first look, of a machine that neither the gate nor itself says to be installed. A gate that remembers the arm knows that
 * its Ignition was not fetched. One that forgot all does not: then the machine has to say that it still runs what it ran, as one that may be
 * installing itself right now does not.
 */
export async function disarmedBefore(
  access: SiteAccess,
  node: PlannedNode,
  story: GateStory,
  { signal }: Pick<StepContext, 'signal'>,
): Promise<Failure> {
  const failure = notArmed(story);
  const isKnown = story.since !== undefined || (await isUntouched(access, node, signal));
  return isKnown ? new FoundDisarmed(failure) : failure;
}

async function isUntouched(access: SiteAccess, node: PlannedNode, signal: AbortSignal): Promise<boolean> {
  if (node.running === undefined || node.running === node.wanted) return false;
  const { answers, generation } = await access.machine(node, signal);
  return answers && generation?.digest === node.running;
}
