import { isDeepStrictEqual } from 'node:util';
import type { RouterSurvey } from '../../ports/router.ts';
import { Failure } from '../../shared/failure.ts';
import type { RouterPlan } from '../plan/routerPlan.ts';
import { changedPackages } from '../uci/batch.ts';
import type { ApplyRequest } from './request.ts';
import type { RouterTools } from './tools.ts';

/** A plan that can be carried out as it is. */
export interface PreparedApply {
  readonly plan: RouterPlan;
  readonly survey: RouterSurvey;
  /** Packages that were installed for it. */
  readonly installed: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads the router, installs what is missing, and looks whether the plan may be carried out. Throws a Failure when not. */
export async function prepare(request: ApplyRequest, tools: RouterTools): Promise<PreparedApply> {
  const { router } = tools;
  tools.onEvent?.({ stage: 'read', subject: router.name });
  const survey = await router.survey(request.uciPackages);
  const plan = request.planOf(survey);
  if (request.agreed !== undefined && !samePlan(request.agreed, plan)) {
    throw new Failure('refused', 'the router has changed since the plan was made; nothing was changed', {
      next: 'Look at what `pilotlight router plan` says now.',
    });
  }
  refuseUnlessClear(plan, survey);
  if (plan.packages.length === 0) return { plan, survey, installed: [], warnings: [] };
  const installed = plan.packages.map(({ name }) => name);
  if (!request.installPackages) {
    throw new Failure('refused', `the router lacks ${installed.join(', ')}; nothing was changed`, {
      next: 'Say `--install-packages`, or install them yourself.',
    });
  }
  tools.onEvent?.({ stage: 'packages', subject: installed.join(', ') });
  await router.installPackages(installed);
  return afterInstalling(request, tools, installed);
}

/** Packages bring configuration of their own, so that everything is looked at again. */
async function afterInstalling(
  request: ApplyRequest,
  tools: RouterTools,
  installed: readonly string[],
): Promise<PreparedApply> {
  const survey = await tools.router.survey(request.uciPackages);
  const plan = request.planOf(survey);
  if (plan.packages.length > 0) {
    const missing = plan.packages.map(({ name }) => name).join(', ');
    throw new Failure(
      'world',
      `${missing} was installed and is still not there; the configuration is as it was`,
      {
        next: 'Log in on the router and install it by hand: its package manager says more.',
      },
    );
  }
  refuseUnlessClear(plan, survey);
  return { plan, survey, installed, warnings: [`installed: ${installed.join(', ')}`] };
}

function samePlan(agreed: RouterPlan, plan: RouterPlan): boolean {
  return (
    isDeepStrictEqual(agreed.changes, plan.changes) &&
    isDeepStrictEqual(agreed.packages, plan.packages) &&
    agreed.method === plan.method
  );
}

function refuseUnlessClear(plan: RouterPlan, survey: RouterSurvey): void {
  if (survey.pending !== undefined) {
    throw new Failure('refused', `${survey.pending}; nothing was changed`, {
      next: 'Wait until the router has taken it back, or take it back now: `pilotlight router rollback`.',
    });
  }
  const [problem, ...more] = plan.problems.filter(({ severity }) => severity === 'error');
  if (problem !== undefined) {
    const others = more.length === 0 ? '' : ` (and ${more.length} more, see \`pilotlight router plan\`)`;
    throw new Failure('refused', `${problem.message}${others}; nothing was changed`, { next: problem.next });
  }
  const staged = stagedPackages(survey.staged, changedPackages(plan.changes));
  if (staged.length > 0) {
    throw new Failure(
      'refused',
      `somebody changed ${staged.join(', ')} on the router and did not commit it; nothing was changed`,
      { next: `Look at \`uci changes\` there; then \`uci commit\` or \`uci revert\` ${staged.join(', ')}.` },
    );
  }
}

/** Packages, of those, that have changes which `uci changes` tells: lines like `dhcp.lan.start='100'` or `-dhcp.lan`. */
function stagedPackages(staged: string, packages: readonly string[]): string[] {
  const lines = staged.split('\n');
  return packages.filter((name) =>
    lines.some((line) => line.replace(/^[-+^~|]+/, '').startsWith(`${name}.`)),
  );
}
