import { explainSystemError, Failure } from '../../shared/failure.ts';
import type { PlannedNode, ReimagePlan } from '../plan/plan.ts';
import { lateWords } from '../steps/limits.ts';
import type { RunEvent } from '../steps/run.ts';
import type { Step } from '../steps/step.ts';
import { again } from './again.ts';
import { FoundDisarmed } from './foundDisarmed.ts';
import type { RunnerTools } from './tools.ts';

/** One step of one node, to be carried out. */
export interface Task {
  readonly plan: ReimagePlan;
  readonly node: PlannedNode;
  readonly step: Step;
  /** Seconds. */
  readonly limit: number;
  /** Ends it before its time. */
  readonly signal: AbortSignal;
  tell(message: string): void;
  confirm(): Promise<void>;
}

/** Why a step failed. */
export type StepFailure = Pick<RunEvent & { readonly kind: 'failed' }, 'problem' | 'foundDisarmed'>;

/**
 * Carries a step out within its time, over broken connections. Answers why it failed; undefined when it is done. Nothing of it goes on
 * afterwards.
 */
export async function carryOut(
  { plan, node, step, limit, signal, tell, confirm }: Task,
  tools: RunnerTools,
): Promise<StepFailure | undefined> {
  const late = new AbortController();
  const done = new AbortController();
  const both = AbortSignal.any([signal, late.signal]);
  const clock = tools.wait(limit * 1000, done.signal).then(
    () => late.abort(new Failure('world', `${lateWords[step]} within ${span(limit)}`)),
    () => undefined,
  );
  try {
    await again(tools, both, () => tools.site.doStep(step, node, { plan, signal: both, tell, confirm }));
    return undefined;
  } catch (error) {
    if (signal.aborted) return { problem: 'it was stopped' };
    const problem = problemOf(
      late.signal.aborted && !(error instanceof Failure) ? late.signal.reason : error,
    );
    return error instanceof FoundDisarmed ? { problem, foundDisarmed: true } : { problem };
  } finally {
    done.abort();
    await clock;
  }
}

/** What an error says, and what to do about it. */
export function problemOf(error: unknown): string {
  const message = error instanceof Failure ? error.message : explainSystemError(error);
  return error instanceof Failure && error.next !== undefined ? `${message}\n${error.next}` : message;
}

function span(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
