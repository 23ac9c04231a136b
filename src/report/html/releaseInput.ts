import type { Site } from '../../inventory/model/site.ts';
import type { NodeStatus } from '../../reimage/plan/nodeStatus.ts';
import type { ReleasePlan } from '../../release/plan/plan.ts';
import type { Digest } from '../../shared/digest.ts';
import type { Finding } from '../../shared/finding.ts';
import type { Source } from '../lines.ts';
import type { CollectedFiles } from './files/collect.ts';
import type { ReportOrigin } from './origin.ts';

/** What the report of a release is made from. */
export interface ReleaseReportInput {
  /** The site's name. */
  readonly name: string;
  /** Undefined where the inventory cannot be read: then the findings tell why. */
  readonly site: Site | undefined;
  /** Undefined where errors kept it from being made. */
  readonly release: Digest | undefined;
  readonly findings: readonly Finding[];
  /** Files of the inventory, to show the lines that findings are about. */
  readonly source: Source;
  /** What was rendered: a {@link FileCollection} gathers it while a site is built. */
  readonly files: CollectedFiles;
  /** What the release changes. */
  readonly comparison?: ReleaseComparison;
  /** How the nodes are, where they were asked. */
  readonly nodes?: readonly NodeStatus[];
  readonly origin: ReportOrigin;
}

/** A release beside an earlier one. */
export interface ReleaseComparison {
  /** What it was compared with, as somebody named it: `main`. */
  readonly against: string;
  readonly plan: ReleasePlan;
}
