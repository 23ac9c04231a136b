import type { ReimageRun } from '../steps/run.ts';
import type { Step } from '../steps/step.ts';

/** What is told while a reimage runs. */
export type ReimageProgress =
  | { readonly kind: 'run'; readonly run: ReimageRun }
  | { readonly kind: 'began'; readonly hostname: string; readonly step: Step }
  | {
      readonly kind: 'told';
      readonly hostname: string;
      readonly step: Step | undefined;
      readonly message: string;
    }
  | ({ readonly kind: 'ended' } & StepRecord);

/** A step of a node that came to its end. */
export interface StepRecord {
  readonly hostname: string;
  readonly step: Step;
  /** Since the run began. */
  readonly startedSeconds: number;
  readonly seconds: number;
  /** Why it failed; undefined where it did not. */
  readonly problem: string | undefined;
}

export type OnReimageProgress = (progress: ReimageProgress) => void;
