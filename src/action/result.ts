import type { Checked, CheckedSite } from '../app/check.ts';
import type { PlannedSite } from '../app/plan.ts';
import type { DeployReport } from '../report/deployReport.ts';
import type { ImagesLockReport } from '../report/imagesLock.ts';
import type { DiagramNode } from '../report/mermaid.ts';
import type { ReimageReport } from '../report/reimageReport.ts';
import type { StorageReport } from '../report/storageReport.ts';
import type { Failure } from '../shared/failure.ts';
import type { Inputs } from './inputs.ts';

/** A site, with its release and plan where the command makes them. */
export type ResultSite = CheckedSite & Partial<Pick<PlannedSite, 'folder' | 'plan'>>;

/** What a person should know that is no finding. */
export interface Note {
  /** A warning where there is something to mend; an error where that fails the step. */
  readonly level: 'error' | 'warning' | 'notice';
  readonly text: string;
}

/** What the command saw of all sites. */
export interface Result extends Checked {
  readonly sites: readonly ResultSite[];
  readonly notes: readonly Note[];
  /** What was planned and done on the storage of each site. */
  readonly deploys?: readonly DeployReport[];
  /** What was planned and done by `reimage`. */
  readonly reimage?: ReimageOfSite | undefined;
  /** How each site is. */
  readonly statuses?: readonly StatusOfSite[];
  /** What became of each image lock. */
  readonly locks?: readonly ImagesLockReport[];
  /** Why the command did not come to its end, to be told when everything else is. */
  readonly failure?: Failure | undefined;
}

/** A site as it is drawn. */
export interface Picture {
  /** Address of the router. */
  readonly router: string;
  readonly nodes: readonly DiagramNode[];
}

/** Something that a step of a node told. */
export interface ToldWord {
  readonly hostname: string;
  readonly step: NonNullable<ReimageReport['outcome']>['timeLine'][number]['step'] | undefined;
  readonly message: string;
  /** Since the run began. */
  readonly seconds: number;
}

/** A reimage, with the picture of its site. */
export interface ReimageOfSite {
  readonly report: ReimageReport;
  readonly picture: Picture | undefined;
  /** What was told while it ran. */
  readonly told: readonly ToldWord[];
  /** The file that its plan was written to. */
  readonly planFile: string | undefined;
}

/** How a site is, with its picture. */
export interface StatusOfSite {
  readonly report: StorageReport;
  readonly picture: Picture | undefined;
}

/** Whether the findings are bad enough to fail the step. */
export function fails({ findings }: Pick<CheckedSite, 'findings'>, { failOn }: Inputs): boolean {
  return findings.some(({ severity }) => severity === 'error' || failOn === 'warning');
}
