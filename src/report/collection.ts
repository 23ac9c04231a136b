import { changesAnything, type DeployPlan } from '../deploy/plan/plan.ts';
import { byteSize } from './bytes.ts';
import { collectionText } from './deployPlan.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { warningLines } from './warnings.ts';

/** What was deleted from a storage, or would be. */
export interface CollectionReport {
  readonly site: string;
  readonly plan: DeployPlan;
  readonly dryRun: boolean;
  /** What could not be deleted. */
  readonly warnings: readonly string[];
}

/** The plan, and what became of it. */
export function collectionReportText(
  { site, plan, dryRun, warnings }: CollectionReport,
  colour: boolean,
): string {
  const colours = palette(colour);
  const size = byteSize(plan.totals.deletedBytes);
  const done = dryRun ? `${size} would be deleted` : `${size} deleted`;
  return [
    collectionText(site, plan, colour),
    `${colours.good('✓')} ${changesAnything(plan) ? done : 'nothing to delete'}\n`,
    warningLines(warnings, colour),
  ].join('');
}

/** The same as data. */
export function collectionJson(report: CollectionReport): string {
  return jsonText({ version: 1, ...report });
}
