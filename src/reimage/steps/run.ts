import type { ReimagePlan } from '../plan/plan.ts';
import type { Step } from './step.ts';

/** How far a reimage has come. It is kept on the router's storage after each change, so that whoever comes next can go on. */
export interface ReimageRun {
  readonly id: string;
  readonly plan: ReimagePlan;
  /** In the order of the plan. */
  readonly nodes: readonly NodeRun[];
  /**
   * - `running`: nodes may start
   * - `finishing`: a node failed: no other starts, and those that cannot go back go on to their end
   * - `stopping`: somebody asked to stop: what is under way is ended
   * - `stopped`: it can be resumed or aborted, and nothing is armed
   * - `aborting`, `aborted`: taken back as far as that goes
   * - `done`: every node is
   */
  readonly phase: 'running' | 'finishing' | 'stopping' | 'stopped' | 'aborting' | 'aborted' | 'done';
}

export interface NodeRun {
  readonly hostname: string;
  /** The step that is next, or under way. */
  readonly step: Step;
  /** `waiting`: its turn has not come, or has not come again. `out`: an abort left it as it was. */
  readonly status: 'waiting' | 'running' | 'failed' | 'done' | 'out';
  /** Whether the gate may still let it install: it is disarmed before anything ends. */
  readonly armed: boolean;
  /** Whether it may have been cordoned by us. */
  readonly cordoned: boolean;
  /**
   * That it goes on with a step for which it was armed by an earlier runner: where that is found to be taken back, and nothing was installed,
   * it is armed again. Undefined from that step's end on: who disarms it later means it.
   */
  readonly resumed?: true;
  /** Why it failed, in words. */
  readonly problem?: string;
}

/** What happened. */
export type RunEvent =
  | { readonly kind: 'start' }
  /** An action that {@link RunAction} asked for came to its end. */
  | { readonly kind: 'succeeded'; readonly hostname: string; readonly step: Step }
  | {
      readonly kind: 'failed';
      readonly hostname: string;
      readonly step: Step;
      readonly problem: string;
      /** The step found the node not armed before it did anything, and knows that nothing was installed. */
      readonly foundDisarmed?: true;
    }
  | { readonly kind: 'disarmed'; readonly hostname: string }
  | { readonly kind: 'uncordoned'; readonly hostname: string }
  /** Ctrl-C, SIGTERM, a cancelled workflow. */
  | { readonly kind: 'stop' }
  /** Somebody goes on with a run that was stopped, or whose runner died. */
  | { readonly kind: 'resume' }
  /** With `orphaned` its runner died: nobody carries out what is under way. */
  | { readonly kind: 'abort'; readonly orphaned?: boolean };

/** What has to be done now. The one who carries it out answers with an event for each. */
export type RunAction =
  | { readonly kind: 'do'; readonly hostname: string; readonly step: Step }
  /** End what is under way for a node; it answers with `failed`. */
  | { readonly kind: 'cancel'; readonly hostname: string }
  | { readonly kind: 'disarm'; readonly hostname: string }
  | { readonly kind: 'uncordon'; readonly hostname: string };

/** What an event makes of a run. */
export interface Advance {
  readonly run: ReimageRun;
  readonly actions: readonly RunAction[];
}
