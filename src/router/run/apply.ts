import type { RouterSurvey } from '../../ports/router.ts';
import type { RouterPlan } from '../plan/routerPlan.ts';
import { configurationChange } from './configuration.ts';
import { prepare } from './prepare.ts';
import { probe } from './probe/runProbes.ts';
import type { ApplyOutcome, ApplyRequest } from './request.ts';
import type { RouterTools } from './tools.ts';
import { underWatch } from './underWatch.ts';

/**
 * Makes a router what the inventory describes: packages (when that is allowed), the configuration, the files, and only when everything
 * answers again the confirmation. Whatever fails before, the router has its old configuration again in the end, and the outcome says so.
 * Throws a Failure for what failed before anything was changed.
 */
export async function applyRouter(request: ApplyRequest, tools: RouterTools): Promise<ApplyOutcome> {
  const { plan, survey, installed, warnings } = await prepare(request, tools);
  const wholeOutcome = { plan, installed, warnings };
  if (plan.changes.length === 0) {
    const probes = await filesOnly(request, tools, plan);
    return { ...wholeOutcome, result: 'unchanged', probes };
  }
  const { lines, before, after } = configurationChange(survey, plan.changes);
  const ended = await underWatch(
    {
      before,
      after,
      timeoutSeconds: request.timeoutSeconds,
      begin: () => tools.router.apply(lines, { method: plan.method, timeoutSeconds: request.timeoutSeconds }),
      work: () => putFiles(request, tools, plan),
      probes: request.probes,
    },
    tools,
  );
  return { ...wholeOutcome, ...ended };
}

/** The configuration is right already. */
async function filesOnly(request: ApplyRequest, tools: RouterTools, plan: RouterPlan) {
  if (!(await putFiles(request, tools, plan))) return [];
  const survey: RouterSurvey = await tools.router.survey(request.uciPackages);
  return probe(request.probes, survey, tools);
}

/** Answers whether there were any. */
async function putFiles({ putFiles: put }: ApplyRequest, tools: RouterTools, plan: RouterPlan) {
  if (put === undefined || !plan.files.some(({ action }) => action === 'upload')) return false;
  tools.onEvent?.({ stage: 'files', subject: 'putting the boot files on the storage' });
  await put(plan);
  return true;
}
