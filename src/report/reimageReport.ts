import type { ReimagePlan } from '../reimage/plan/plan.ts';
import type { NodeRun, ReimageRun } from '../reimage/steps/run.ts';
import type { Step } from '../reimage/steps/step.ts';

/** What a reimage of a site planned, and what came of it. */
export interface ReimageReport {
  readonly site: string;
  /** `root@192.168.26.1:22 /mnt/usb/pilotlight` */
  readonly target: string;
  readonly plan: ReimagePlan;
  /** Nodes of which it cannot be told whether they changed, with why; by host name. */
  readonly unknown: readonly { readonly hostname: string; readonly why: string }[];
  /** Undefined where nothing was begun. */
  readonly outcome: ReimageOutcome | undefined;
}

export interface ReimageOutcome {
  /** Id of the run. */
  readonly id: string;
  readonly phase: ReimageRun['phase'];
  readonly nodes: readonly NodeRun[];
  readonly timeLine: readonly ReimageStep[];
  /** What could not be taken back. */
  readonly left: readonly { readonly hostname: string; readonly what: string; readonly why: string }[];
  readonly warnings: readonly string[];
  readonly seconds: number;
}

/** A step of a node that came to its end. */
export interface ReimageStep {
  readonly hostname: string;
  readonly step: Step;
  readonly startedSeconds: number;
  readonly seconds: number;
  readonly problem: string | undefined;
}
