import type { JournalEntry } from '../../deploy/plan/state.ts';
import type { ReimageRun } from '../../reimage/steps/run.ts';
import { steps as knownSteps, type Step } from '../../reimage/steps/step.ts';
import type { StepTime } from '../../reimage/watch/usual.ts';
import type { ReimageOutcome, ReimageStep } from '../../report/reimageReport.ts';

/** The steps of which the journal tells how long they took. What failed is no measure of anything, so that only nodes that are done count. */
export function stepTimes({ reimage }: JournalEntry): StepTime[] {
  if (reimage?.outcome !== 'done') return [];
  return stepsIn(reimage);
}

/** What came of a run, by what is written down of it: the times of its steps come from the journal, as far as that has them. */
export function storedOutcome(run: ReimageRun, entries: readonly JournalEntry[]): ReimageOutcome {
  const timeLine = sessionsOf(entries);
  const problems = new Map(
    run.nodes.flatMap(({ hostname, step, status, problem }) =>
      status === 'failed' ? [[`${hostname} ${step}`, problem ?? ''] as const] : [],
    ),
  );
  return {
    id: run.id,
    phase: run.phase,
    nodes: run.nodes,
    timeLine: timeLine
      .map((each) => ({ ...each, problem: problems.get(`${each.hostname} ${each.step}`) }))
      .sort((a, b) => a.startedSeconds - b.startedSeconds),
    left: [],
    warnings: [],
    seconds: timeLine.reduce(
      (most, { startedSeconds, seconds }) => Math.max(most, startedSeconds + seconds),
      0,
    ),
  };
}

/** Seconds in which one runner notes all that came of its nodes. */
const oneEnd = 60;

/** The steps of all entries, in seconds since the first runner began: each that went on counted from its own beginning. */
function sessionsOf(entries: readonly JournalEntry[]): ReimageStep[] {
  const ends = entries.map(({ at, reimage }) => ({
    at,
    steps: reimage === undefined ? [] : stepsIn(reimage),
  }));
  const began = (at: number): number =>
    at -
    ends
      .filter((end) => Math.abs(end.at - at) <= oneEnd)
      .flatMap(({ steps }) => steps)
      .reduce((most, { startedSeconds, seconds }) => Math.max(most, startedSeconds + seconds), 0);
  const first = ends.reduce((least, { at }) => Math.min(least, began(at)), Number.POSITIVE_INFINITY);
  return ends.flatMap(({ at, steps }) =>
    steps.map((step) => ({ ...step, startedSeconds: step.startedSeconds + began(at) - first })),
  );
}

function stepsIn({ nodes, steps = [] }: NonNullable<JournalEntry['reimage']>): ReimageStep[] {
  return steps.flatMap(([node, step, startedSeconds, seconds]) => {
    const hostname = nodes[node];
    return hostname !== undefined && isStep(step)
      ? [{ hostname, step, startedSeconds, seconds, problem: undefined }]
      : [];
  });
}

function isStep(text: string): text is Step {
  return (knownSteps as readonly string[]).includes(text);
}
