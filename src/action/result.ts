import type { Checked, CheckedSite } from '../app/check.ts';
import type { PlannedSite } from '../app/plan.ts';
import type { DeployReport } from '../report/deployReport.ts';
import type { Failure } from '../shared/failure.ts';
import type { Inputs } from './inputs.ts';

/** A site, with its release and plan where the command makes them. */
export type ResultSite = CheckedSite & Partial<Pick<PlannedSite, 'folder' | 'plan'>>;

/** What a person should know that is no finding. */
export interface Note {
  /** A warning where there is something to mend. */
  readonly level: 'warning' | 'notice';
  readonly text: string;
}

/** What the command saw of all sites. */
export interface Result extends Checked {
  readonly sites: readonly ResultSite[];
  readonly notes: readonly Note[];
  /** What was planned and done on the storage of each site. */
  readonly deploys?: readonly DeployReport[];
  /** Why the command did not come to its end, to be told when everything else is. */
  readonly failure?: Failure | undefined;
}

/** Whether the findings are bad enough to fail the step. */
export function fails({ findings }: Pick<CheckedSite, 'findings'>, { failOn }: Inputs): boolean {
  return findings.some(({ severity }) => severity === 'error' || failOn === 'warning');
}
