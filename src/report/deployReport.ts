import type { DeployPlan } from '../deploy/plan/plan.ts';
import type { ReleasePlan } from '../release/plan/plan.ts';

/** What a deploy of one site planned, and what became of it. */
export interface DeployReport {
  readonly site: string;
  readonly plan: DeployPlan;
  /** What it means for each node; undefined where the release that is there now cannot be read. */
  readonly nodes: ReleasePlan | undefined;
  /** What stands in its way. */
  readonly problems: readonly { readonly message: string; readonly next: string }[];
  /** Undefined while nothing was carried out. */
  readonly outcome: DeployResult | undefined;
}

/** What was done. */
export interface DeployResult {
  readonly changed: boolean;
  readonly uploadedBytes: number;
  readonly seconds: number;
  /** What did not go as it should and does no harm: garbage that could not be removed. */
  readonly warnings: readonly string[];
}
