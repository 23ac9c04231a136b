import { imagesFolder } from '../adapters/images/folderOf.ts';
import { summarize } from '../app/check.ts';
import { deploy } from '../app/deploy.ts';
import { type HeldLock, tellingOfLocks } from '../app/storage/heldLock.ts';
import type { World } from '../app/world.ts';
import { deployOutcomeText, deployPlanText } from '../report/deployPlan.ts';
import type { DeployReport } from '../report/deployReport.ts';
import { Failure } from '../shared/failure.ts';
import type { Event } from './event.ts';
import { saveLocks } from './heldLocks.ts';
import type { Inputs } from './inputs.ts';
import { printReport } from './log.ts';
import { originOf } from './origin.ts';
import { progressLog } from './progress.ts';
import { fails, type Note, type Result } from './result.ts';
import { stoppable } from './stop.ts';

/**
 * Deploys each site, and tells the log as it goes. A failure is answered, not thrown, so that what was planned and done before it is told
 * everywhere.
 */
export async function deploySites(inputs: Inputs, event: Event, world: World): Promise<Result> {
  const started = world.now();
  const reports = new Map<string, DeployReport>();
  const held = new Map<string, HeldLock>();
  const told = tellingOfLocks(world, (lock) => {
    held.set(lock.site, lock);
    saveLocks([...held.values()]);
  });
  const { lockSeconds, dryRun, keepReleases, attestation: _attestation, ...options } = inputs.deploy;
  const selection = { folder: inputs.inventory, site: inputs.site };
  const request = {
    ...options,
    images: options.images ?? imagesFolder(process.env),
    lockSeconds,
    keep: keepReleases,
    planOnly: dryRun,
    origin: originOf(event),
    accepts: (site: Parameters<typeof fails>[0]) => !fails(site, inputs),
  };
  try {
    const deployed = await deploy(selection, request, told.world, {
      onLock: told.onLock,
      onEvent: progressLog(world.now),
      onPlan: (report) => {
        reports.set(report.site, report);
        printReport(deployPlanText(report, true));
      },
      onOutcome: (report) => {
        reports.set(report.site, report);
        if (report.outcome !== undefined) printReport(deployOutcomeText(report, report.outcome, true));
      },
      stoppable: stoppable('run it again: what was uploaded is not lost'),
    });
    if (held.size > 0) saveLocks([]);
    const deploys = [...reports.values()];
    return { ...deployed, notes: notesOf(deploys), deploys, failure: inTheWay(deploys) };
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    const deploys = [...reports.values()];
    return { ...summarize([], world.now() - started), sites: [], notes: notesOf(deploys), deploys, failure };
  }
}

function notesOf(deploys: readonly DeployReport[]): Note[] {
  return deploys.flatMap(({ site, outcome }) =>
    (outcome?.warnings ?? []).map((warning): Note => ({ level: 'warning', text: `${site}: ${warning}` })),
  );
}

/** A plan that could not be carried out is a failure, although nobody asked to carry it out. */
function inTheWay(deploys: readonly DeployReport[]): Failure | undefined {
  const problems = deploys.flatMap((report) => (report.outcome === undefined ? report.problems : []));
  const [first] = problems;
  if (first === undefined) return undefined;
  const more = problems.length === 1 ? '' : ` (and ${problems.length - 1} more)`;
  return new Failure('world', `the plan cannot be carried out: ${first.message}${more}`, {
    next: first.next,
  });
}
