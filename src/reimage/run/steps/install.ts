import { Failure } from '../../../shared/failure.ts';
import type { PlannedNode } from '../../plan/plan.ts';
import type { GateStory, SiteAccess } from '../access.ts';
import type { StepContext } from '../site.ts';
import { isInstalled, runsWanted } from './installed.ts';
import { disarmedBefore, notArmed } from './notArmed.ts';
import { refused } from './refused.ts';

/** Milliseconds between two looks at the gate. */
export const pollMilliseconds = 3000;

/** Waits until a machine fetched its Ignition: from then on it installs itself, whatever becomes of us. */
export function install(access: SiteAccess, node: PlannedNode, context: StepContext): Promise<void> {
  let isFirst = true;
  return untilSeen(access, node, context, isInstalled, async (story) => {
    if (story.armed?.progress === 'fetched' || wasInstalled(story)) return true;
    if (story.armed === undefined)
      throw isFirst ? await disarmedBefore(access, node, story, context) : notArmed(story);
    isFirst = false;
    return false;
  });
}

/** Waits until what was installed boots from its disk. */
export function firstBoot(access: SiteAccess, node: PlannedNode, context: StepContext): Promise<void> {
  return untilSeen(
    access,
    node,
    context,
    runsWanted,
    (story) => has(story, 'first-boot') || has(story, 'ready'),
  );
}

/** Waits until a node said that it is ready, with what it was armed with: the gate disarms it then. */
export function ready(access: SiteAccess, node: PlannedNode, context: StepContext): Promise<void> {
  return untilSeen(access, node, context, runsWanted, (story) => {
    const other = story.since?.find(({ kind }) => kind === 'wrong-generation');
    if (other !== undefined)
      throw refused(
        `it reported that it is something else than it was armed with: ${other.text}`,
        'see pilotlight armed; it boots its own disk',
      );
    return has(story, 'ready');
  });
}

/** Whether a machine did, since it was armed, what only one does that fetched its Ignition. */
export function wasInstalled(story: GateStory): boolean {
  return ['ignition', 'first-boot', 'ready'].some((kind) => has(story, kind));
}

function has({ since }: GateStory, kind: string): boolean {
  return since?.some((moment) => moment.kind === kind) === true;
}

/**
 * Looks at the gate until something is so. When the time is up, what was seen tells why.
 *
 * @param byItsWord what the machine is asked where the gate does not have it armed any more
 */
async function untilSeen(
  access: SiteAccess,
  node: PlannedNode,
  { plan, signal, tell }: StepContext,
  byItsWord: typeof runsWanted,
  isSo: (story: GateStory) => boolean | Promise<boolean>,
): Promise<void> {
  let told = '';
  for (;;) {
    const story = await access.gate.story(node, signal);
    // What the gate forgot, or was made to forget, the machine may tell.
    if (story.armed === undefined && (await byItsWord(access, node, plan, signal))) return;
    if (await isSo(story)) return;
    const last = story.since?.at(-1);
    const news = last === undefined ? '' : `${last.kind} ${last.text}`;
    if (last !== undefined && news !== told) tell(last.text === '' ? last.kind : last.text);
    told = news;
    try {
      await access.wait(pollMilliseconds, signal);
    } catch (error) {
      throw await withCause(access, node, signal, error);
    }
  }
}

async function withCause(
  access: SiteAccess,
  node: PlannedNode,
  signal: AbortSignal,
  error: unknown,
): Promise<unknown> {
  const reason: unknown = signal.reason;
  if (!(reason instanceof Failure)) return error;
  const cause = await access.likelyCause(node).catch(() => undefined);
  if (cause === undefined) return reason;
  return new Failure(reason.kind, `${reason.message}: ${cause}`, {
    ...(reason.next === undefined ? {} : { next: reason.next }),
    cause: reason,
  });
}
