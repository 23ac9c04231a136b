import { ConnectionLost } from '../../ports/remoteShell.ts';
import type { PendingChange, RouterSurvey } from '../../ports/router.ts';
import { Failure } from '../../shared/failure.ts';
import { differences } from './compare.ts';
import { packagesOf } from './configuration.ts';
import { settledWords } from './settledWords.ts';
import type { RouterTools } from './tools.ts';
import type { WatchedChange, WatchedOutcome } from './watched.ts';

/** A change that went wrong. */
export interface Unsettled {
  /** Undefined where the answer to the change never came. */
  readonly pending: PendingChange | undefined;
  /** What went wrong. */
  readonly why: unknown;
  /** When, by `now()`, the router has taken it back at the latest. */
  readonly until: number;
}

/** Milliseconds: between two looks, and after the time in which the router should have settled it. */
const pause = 2_000;
const patience = 60_000;

type Settled = Omit<WatchedOutcome, 'probes'>;

/**
 * Takes a change back, or waits until the router has done so by itself, and reads back what it has then. A change that turns out to be
 * confirmed and whole stays.
 */
export async function settle(
  change: WatchedChange,
  unsettled: Unsettled,
  // What was begun is brought to an end, also when the run is to end.
  { signal: _, ...tools }: RouterTools,
): Promise<Settled> {
  const { why } = unsettled;
  const names = change.before.map(({ name }) => name);
  tools.onEvent?.({ stage: 'revert', subject: names.join(', ') });
  let lost = why instanceof ConnectionLost;
  let byUs = false;
  for (;;) {
    try {
      if (lost) await tools.router.reconnect();
      lost = false;
      let survey = await tools.router.survey(names);
      if (survey.pending !== undefined) {
        byUs = true;
        await takeBack(unsettled, tools);
        survey = await tools.router.survey(names);
      }
      if (survey.pending === undefined) {
        const result = standingOf(change, survey);
        return { result, ...settledWords(result, { why, byUs, name: tools.router.name }) };
      }
    } catch (error) {
      lost ||= isOfTheWorld(error);
      if (!lost) throw error;
    }
    if (tools.now() > unsettled.until + patience) {
      return { result: 'unknown', ...settledWords('away', { why, byUs, name: tools.router.name }) };
    }
    await tools.wait(pause);
  }
}

async function takeBack({ pending }: Unsettled, { router }: RouterTools): Promise<void> {
  if (pending === undefined) await router.revertLeftover();
  else await router.revert(pending);
}

/** Looked at again, as long as there is time: a router that is busy restarting its network refuses this and that. */
function isOfTheWorld(error: unknown): boolean {
  return error instanceof ConnectionLost || (error instanceof Failure && error.kind === 'world');
}

function standingOf(change: WatchedChange, survey: RouterSurvey): WatchedOutcome['result'] {
  const actual = packagesOf(
    survey.uci,
    change.before.map(({ name }) => name),
  );
  if (differences(change.before, actual).length === 0) return 'takenBack';
  return differences(change.after, actual).length === 0 ? 'confirmed' : 'unknown';
}
