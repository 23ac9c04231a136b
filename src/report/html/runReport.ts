import { page } from './page.ts';
import { failuresSection } from './run/failures.ts';
import { runHero } from './run/hero.ts';
import { journalSection } from './run/journalSection.ts';
import { runPlanSection } from './run/planSection.ts';
import { timeLineSection } from './run/timeLineSection.ts';
import type { RunReportInput } from './runInput.ts';

export type { RunReportInput, SeenOfNode, ToldMessage } from './runInput.ts';

/** The report of a reimage: one HTML file that needs nothing else. */
export function runReport(input: RunReportInput): string {
  const { report, journal = [], origin } = input;
  const { outcome, site } = report;
  const failures = outcome === undefined ? undefined : failuresSection(input, outcome);
  return page({
    title: `${site}: reimage${outcome === undefined ? ' planned' : ` ${outcome.phase}`}`,
    hero: runHero(input),
    sections: [
      ...(failures === undefined ? [] : [failures]),
      ...(outcome === undefined ? [] : [timeLineSection(input, outcome)]),
      runPlanSection(input),
      ...(journal.length === 0 ? [] : [journalSection(journal)]),
    ],
    origin,
  });
}
