import { shortDigest } from '../../shared/digest.ts';
import { filesSection } from './files/filesSection.ts';
import { page } from './page.ts';
import { findingsSection } from './release/findings.ts';
import { releaseHero } from './release/hero.ts';
import { nodesSection } from './release/nodes.ts';
import { overview } from './release/overview.ts';
import { planSection } from './release/plan.ts';
import { way } from './release/way.ts';
import type { ReleaseReportInput } from './releaseInput.ts';

export type { ReleaseComparison, ReleaseReportInput } from './releaseInput.ts';

/** The report of a release: one HTML file that needs nothing else. */
export function releaseReport(input: ReleaseReportInput): string {
  const { name, site, findings, source, files, comparison, origin } = input;
  // What somebody has to do comes before what is nice to look at.
  const isQuiet = findings.length === 0 && comparison === undefined;
  const found = findingsSection(findings, source);
  return page({
    title: `${name}: ${input.release === undefined ? 'no release' : `release ${shortDigest(input.release)}`}`,
    hero: releaseHero(input),
    sections: [
      ...(site === undefined ? [] : [overview(site)]),
      ...(site !== undefined && isQuiet ? [way(site)] : []),
      ...(findings.length === 0 ? [] : [found]),
      ...(comparison === undefined ? [] : [planSection(comparison)]),
      ...(site === undefined ? [] : [nodesSection(site.nodes, input)]),
      ...(site === undefined || isQuiet ? [] : [way(site)]),
      ...(findings.length === 0 ? [found] : []),
      ...(files.files.length === 0 ? [] : [filesSection(files)]),
    ],
    origin,
  });
}
