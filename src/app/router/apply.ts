import { putServed, type ServedFile } from '../../deploy/run/putServed.ts';
import type { World } from '../../ports/world.ts';
import type { RouterReport } from '../../report/routerReport.ts';
import { probesOf } from '../../router/check/probes.ts';
import { surveyedConfiguration } from '../../router/facts/readFacts.ts';
import type { RouterPlan } from '../../router/plan/routerPlan.ts';
import { applyRouter } from '../../router/run/apply.ts';
import type { ProbeRequest } from '../../router/run/probe/probe.ts';
import { Failure } from '../../shared/failure.ts';
import type { Selection } from '../sites.ts';
import { ownerOf } from '../storage/owner.ts';
import { withStorage } from '../storage/withStorage.ts';
import { type RouterFile, servedFile } from './files.ts';
import type { ChangeOptions, RouterHooks } from './options.ts';
import { type PlannedRouter, planned } from './planOf.ts';
import { type RouterSite, refuseErrors, routerSite } from './site.ts';
import { withRouter } from './withRouter.ts';

export interface ApplyOptions extends ChangeOptions {
  readonly installPackages: boolean;
}

export interface ApplyHooks extends RouterHooks {
  /** The plan, before it is carried out. */
  readonly onPlan?: (report: RouterReport) => void;
}

/**
 * Makes a site's router its boot server: plans, and carries that plan out so that the router takes it back by itself unless everything
 * answers again. An outcome with a failure is one that left the router as it was, or says what it is.
 */
export async function applySiteRouter(
  selection: Selection,
  options: ApplyOptions,
  world: World,
  hooks: ApplyHooks = {},
): Promise<RouterReport> {
  const site = await routerSite(selection, options, world);
  refuseErrors(site);
  return withRouter(site, world, hooks, async (tools) => {
    const seen = await planned(site, options, world, tools);
    const { plan } = seen;
    hooks.onPlan?.({ site: site.name, plan, outcome: undefined });
    const outcome = await applyRouter(
      {
        uciPackages: surveyedConfiguration,
        planOf: seen.planOf,
        agreed: plan,
        installPackages: options.installPackages,
        timeoutSeconds: options.timeoutSeconds,
        probes: probesAfter(site, seen),
        putFiles: (now) => put(site, now, seen.files, world, hooks),
      },
      tools,
    );
    return { site: site.name, plan: outcome.plan, outcome };
  });
}

/** What deploy writes is not there before the first deploy, so it is not asked for. */
function probesAfter({ site }: RouterSite, { facts }: PlannedRouter): ProbeRequest {
  const probes = probesOf(site, facts);
  return site.router.gate === 'static' ? { ...probes, bootUrl: undefined } : probes;
}

async function put(
  { name, place }: RouterSite,
  plan: RouterPlan,
  files: readonly RouterFile[],
  world: World,
  hooks: RouterHooks,
): Promise<void> {
  const uploads = new Set(plan.files.filter(({ action }) => action === 'upload').map(({ path }) => path));
  const served = files.filter(({ wanted }) => uploads.has(wanted.path)).map(toServed);
  const request = { settings: place.settings, owner: ownerOf('router apply', world), files: served };
  await withStorage(name, place, world, hooks, (tools) => putServed(request, tools));
}

function toServed({ wanted, content }: RouterFile): ServedFile {
  if ('bytes' in content) return servedFile(wanted, content.bytes);
  throw new Failure('world', content.problem.message, { next: content.problem.next });
}
