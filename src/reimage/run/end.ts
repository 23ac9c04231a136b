import type { ReimageRun } from '../steps/run.ts';
import type { StepRecord } from './progress.ts';

/** What a run came to. */
export interface RunEnd {
  readonly run: ReimageRun;
  /** Steps that came to their end, in that order. */
  readonly timeLine: readonly StepRecord[];
  /** What could not be taken back: nodes that are still armed, or cordoned. */
  readonly left: readonly Leftover[];
}

export interface Leftover {
  readonly hostname: string;
  readonly what: 'armed' | 'cordoned';
  /** In words. */
  readonly why: string;
}
