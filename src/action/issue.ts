import type { openGithub } from '../adapters/github/openGithub.ts';
import { isAsItShouldBe, siteDrift } from '../report/drift.ts';
import { driftIssueText } from '../report/driftIssue.ts';
import { Failure } from '../shared/failure.ts';
import type { Event } from './event.ts';
import type { Inputs } from './inputs.ts';
import { printReport } from './log.ts';
import { markerOf, room } from './marker.ts';
import type { Result } from './result.ts';

/**
 * Keeps the issue up to date that says what differs, where the step is to have one. While not all sites were seen, none is closed. Answers
 * why it could not be written.
 */
export async function keepIssue(
  inputs: Inputs,
  { run }: Event,
  { statuses, failure }: Result,
  github: ReturnType<typeof openGithub>,
): Promise<Failure | undefined> {
  if (!inputs.issue || statuses === undefined || statuses.length === 0) return undefined;
  const sites = statuses.map(({ report }) => siteDrift(report));
  const drifted = sites.filter((site) => !isAsItShouldBe(site));
  const names = (drifted.length === 1 ? drifted : sites).map(({ site }) => site);
  const one = names.length === 1 ? names[0] : undefined;
  const issue = {
    marker: markerOf('drift', inputs),
    title: `Pilotlight: ${one === undefined ? 'sites are' : `${one.slice(0, 100)} is`} not as the inventory says`,
    text: driftIssueText({ sites, run, room }),
  };
  try {
    if (drifted.length === 0 && failure !== undefined) return undefined;
    const kept = drifted.length === 0 ? await github.closeIssue(issue) : await github.keepIssue(issue);
    if (kept !== undefined) printReport(`issue ${kept.number}: ${kept.outcome}`);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
