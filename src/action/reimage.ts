import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tellingOfArms } from '../app/arm/heldArm.ts';
import { summarize } from '../app/check.ts';
import { abortReimage, resumeReimage } from '../app/reimage/continue.ts';
import type { ReimageHooks } from '../app/reimage/options.ts';
import { reimage } from '../app/reimage/reimage.ts';
import { tellingOfLocks } from '../app/storage/heldLock.ts';
import type { World } from '../app/world.ts';
import type { ReimageReport } from '../report/reimageReport.ts';
import { reimageJson, reimageOutcomeText } from '../report/reimageText.ts';
import { explainSystemError, Failure } from '../shared/failure.ts';
import { approvedPlan } from './approvedPlan.ts';
import { saveArms } from './heldArms.ts';
import { saveLocks } from './heldLocks.ts';
import type { Inputs } from './inputs.ts';
import { printReport } from './log.ts';
import { nodeOptions } from './nodes.ts';
import { siteNamed } from './picture.ts';
import { progressLog } from './progress.ts';
import { reimageLog } from './reimageLog.ts';
import { reimageFailure, reimageNotes, reimagePicture } from './reimageTold.ts';
import type { Result } from './result.ts';
import { stoppable } from './stop.ts';

/** Seconds for which each node is armed. */
const armSeconds = 45 * 60;

/** Where a reimage keeps its plan, and who is told while it runs. */
export interface ReimageSurroundings {
  /** Folder that the plan is written to. */
  readonly out: string;
  /** Told of all that is known, whenever a node is somewhere else. */
  readonly onChange: (soFar: Result) => void;
}

/**
 * Reimages, or plans to, and tells the log as it goes. A failure is answered, not thrown, so that what was planned and done before it is
 * told everywhere.
 */
export async function reimageNodes(
  inputs: Inputs,
  { out, onChange }: ReimageSurroundings,
  world: World,
): Promise<Result> {
  const started = world.now();
  let planFile: string | undefined;
  const result = (report: ReimageReport | undefined, failure?: Failure): Result => ({
    ...summarize([], world.now() - started),
    sites: [],
    notes: report === undefined ? [] : reimageNotes(report),
    reimage: report === undefined ? undefined : { report, planFile, told: log.told, picture: undefined },
    failure,
  });
  const log = reimageLog(world.now, (soFar) => onChange(result(soFar)));
  const hooks: ReimageHooks = {
    ...log.hooks,
    onPlan: (report) => {
      planFile = writePlan(report, out);
      log.hooks.onPlan(report);
    },
    onEvent: progressLog(world.now),
    stoppable: stoppable('run it again with `resume: true`, or take it back with `abort: true`'),
  };
  try {
    const report = await act(inputs, world, hooks);
    if (report.outcome !== undefined) printReport(reimageOutcomeText(report.outcome, true));
    const done = result(report, reimageFailure(report, inputs));
    return await withPicture(done, inputs, world);
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return await withPicture(result(log.soFar(), failure), inputs, world);
  }
}

/** Carries out what was asked for; locks and arms are noted for the step's end. */
async function act(inputs: Inputs, world: World, hooks: ReimageHooks): Promise<ReimageReport> {
  const told = tellingOfLocks(tellingOfArms(world, saveArms), (lock) => saveLocks([lock]));
  const { go, carryOut, ...choices } = inputs.reimage;
  const approved = carryOut === undefined ? undefined : approvedPlan(carryOut);
  const selection = { folder: inputs.inventory, site: inputs.site ?? approved?.site };
  const { lockSeconds, dryRun } = inputs.deploy;
  const common = { ...nodeOptions(inputs.reach), lockSeconds, armSeconds };
  const all = { ...hooks, onLock: told.onLock };
  const report =
    go === 'resume'
      ? await resumeReimage(selection, common, told.world, all)
      : go === 'abort'
        ? await abortReimage(selection, common, told.world, all)
        : await reimage(
            selection,
            { ...common, agentsAtATime: 1, ...choices, ...approved?.choices, planOnly: dryRun },
            told.world,
            all,
          );
  // It ended in order: what it could not disarm it says, and nothing else is left for the step's end.
  if (report.outcome?.left.some(({ what }) => what === 'armed') !== true) saveArms([]);
  saveLocks([]);
  return report;
}

function writePlan(report: ReimageReport, out: string): string {
  const file = join(out, 'reimage-plan.json');
  try {
    mkdirSync(out, { recursive: true });
    writeFileSync(file, reimageJson({ ...report, outcome: undefined }));
    return file;
  } catch (error) {
    throw new Failure('world', `the plan could not be written: ${explainSystemError(error)}`, {
      next: 'give `out` a folder that can be written to',
      cause: error,
    });
  }
}

async function withPicture(result: Result, { inventory }: Inputs, world: World): Promise<Result> {
  const { reimage: made } = result;
  if (made === undefined) return result;
  const site = await siteNamed(made.report.site, { folder: inventory }, world);
  const picture = site === undefined ? undefined : reimagePicture(site, made.report);
  return { ...result, reimage: { ...made, picture } };
}
