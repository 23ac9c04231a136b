import { attempt } from '../../deploy/run/attempt.ts';
import type { World } from '../../ports/world.ts';
import { readKept, readStoredRun } from '../../reimage/run/storedRun.ts';
import type { KeptRun } from '../../reimage/steps/journal.ts';
import type { NodeRun, ReimageRun } from '../../reimage/steps/run.ts';
import type { ReimageReport } from '../../report/reimageReport.ts';
import { Failure } from '../../shared/failure.ts';
import { deployedRelease } from '../arm/deployed.ts';
import type { Selection } from '../sites.ts';
import { carryOut } from './carryOut.ts';
import { forgetDamaged } from './forgetDamaged.ts';
import { type OpenReimage, oneSite, withReimage } from './openSite.ts';
import type { ContinueOptions, ReimageHooks } from './options.ts';
import { powerSecrets } from './powerOf.ts';
import { preparedNodes, renderForArming } from './preparedNodes.ts';
import { isOver } from './refusals.ts';

/** Goes on with the reimage that was begun and did not come to its end: with each node from where it is. */
export async function resumeReimage(
  selection: Selection,
  options: ContinueOptions,
  world: World,
  hooks: ReimageHooks = {},
): Promise<ReimageReport> {
  const site = await oneSite(selection, world);
  return withReimage(site, options, world, hooks, async (open) => {
    const kept = unfinished(await attempt(open.tools, () => readStoredRun(open.tools.storage)));
    const { run, sequence } = kept;
    refuseGone(open, kept);
    const left = run.nodes.filter(({ status }) => status !== 'done' && status !== 'out');
    const hostnames = installedAnew(run, left);
    const bootstrap = run.plan.nodes.some(
      ({ variant, hostname }) => variant === 'bootstrap' && hostnames.has(hostname),
    );
    const release = deployedRelease(open.before);
    const rendered = await renderForArming(site, hostnames, bootstrap, world);
    await open.need([
      ...rendered.secrets,
      ...powerSecrets(site.inventory.site.nodes.filter(({ hostname }) => hostnames.has(hostname))),
    ]);
    // What was planned is installed, and nothing else: another release is refused before a node is armed.
    const nodes = release.id === run.plan.release ? preparedNodes(release, rendered) : new Map();
    const arming = {
      release: run.plan.release,
      nodes,
      seconds: options.armSeconds,
      translator: world.translator,
    };
    const report = reportOf(open, kept);
    hooks.onPlan?.(report);
    const outcome = await carryOut({ run, first: { kind: 'resume' }, sequence, arming }, open);
    return { ...report, outcome };
  });
}

/** Takes a reimage back that was begun, as far as that goes: disarms, and lets pods come again to nodes that are what they were. */
export async function abortReimage(
  selection: Selection,
  options: ContinueOptions,
  world: World,
  hooks: ReimageHooks = {},
): Promise<ReimageReport> {
  const site = await oneSite(selection, world);
  return withReimage(site, options, world, hooks, async (open) => {
    const { problems } = await attempt(open.tools, () => readKept(open.tools.storage));
    if (problems.includes('it is damaged')) return forgetDamaged(open);
    const kept = unfinished(await attempt(open.tools, () => readStoredRun(open.tools.storage)));
    refuseGone(open, kept);
    const { run, sequence } = kept;
    const arming = { release: run.plan.release, nodes: new Map(), seconds: 0, translator: world.translator };
    const report = reportOf(open, kept);
    const first = { kind: 'abort', orphaned: true } as const;
    return { ...report, outcome: await carryOut({ run, first, sequence, arming }, open) };
  });
}

function unfinished(kept: KeptRun | undefined): KeptRun {
  if (kept !== undefined && !isOver(kept)) return kept;
  throw new Failure('usage', 'no reimage waits to be gone on with', {
    next: 'pilotlight reimage NODE begins one',
  });
}

/** A run knows its nodes by their host names. */
function refuseGone({ site }: OpenReimage, { run }: KeptRun): void {
  const there = new Set(site.inventory.site.nodes.map(({ hostname }) => hostname));
  const gone = run.plan.nodes.filter(
    ({ hostname, removal }) => removal === undefined && !there.has(hostname),
  );
  if (run.plan.site === site.name && gone.length === 0) return;
  throw new Failure(
    'refused',
    run.plan.site === site.name
      ? `the inventory does not have ${gone.map(({ hostname }) => hostname).join(', ')} any more, which the reimage is about`
      : `the reimage on this storage is of the site ${run.plan.site}`,
    { next: 'go back to the inventory that it was begun with' },
  );
}

/** Those of some nodes that are installed: one that is removed is not, even where the inventory has it. */
function installedAnew({ plan }: ReimageRun, nodes: readonly NodeRun[]): ReadonlySet<string> {
  const removed = new Set(
    plan.nodes.flatMap(({ hostname, removal }) => (removal === undefined ? [] : [hostname])),
  );
  return new Set(nodes.flatMap(({ hostname }) => (removed.has(hostname) ? [] : [hostname])));
}

function reportOf({ site, tools }: OpenReimage, { run }: KeptRun): ReimageReport {
  return { site: site.name, target: tools.storage.name, plan: run.plan, unknown: [], outcome: undefined };
}
