import type { PlannedNode, ReimagePlan } from '../plan/plan.ts';
import type { Step } from '../steps/step.ts';

/** All of the world that a reimage works on. What it throws is a Failure, or ConnectionLost: then the same is asked of it again. */
export interface ReimageSite {
  /**
   * Makes true what a step's name says, and answers once it is. It may be asked for again, also by another process: what is done already is
   * not done again. Ends soon after the signal, with its reason or a Failure that knows more, and does nothing after that.
   */
  doStep(step: Step, node: PlannedNode, context: StepContext): Promise<void>;
  /** Takes back that a node may be installed; nothing where it may not. */
  disarm(node: PlannedNode, signal?: AbortSignal): Promise<void>;
  /** Lets pods come to a node again; nothing where they may, or the cluster does not have it. */
  uncordon(node: PlannedNode, signal?: AbortSignal): Promise<void>;
}

/** What a step is carried out with. */
export interface StepContext {
  readonly plan: ReimagePlan;
  readonly signal: AbortSignal;
  /**
   * Makes sure that this process still has the lock, right before something is done that a run which was suspended meanwhile must not do any
   * more. Throws LockLost.
   */
  confirm(): Promise<void>;
  /** Tells how far it is, for whoever watches: `2 of 7 pods are left`. */
  tell(message: string): void;
}
