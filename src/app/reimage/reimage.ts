import { attempt } from '../../deploy/run/attempt.ts';
import type { Node } from '../../inventory/model/node.ts';
import type { World } from '../../ports/world.ts';
import { changedNodes } from '../../reimage/plan/changed.ts';
import type { SiteFacts } from '../../reimage/plan/facts.ts';
import type { ReimagePlan } from '../../reimage/plan/plan.ts';
import { goneNodes, goneWords } from '../../reimage/plan/gone.ts';
import { planReimage } from '../../reimage/plan/planReimage.ts';
import { sameHost } from '../../reimage/plan/sameHost.ts';
import { readStoredRun } from '../../reimage/run/storedRun.ts';
import { newRun } from '../../reimage/steps/next.ts';
import type { ReimageReport } from '../../report/reimageReport.ts';
import { Failure } from '../../shared/failure.ts';
import { type DeployedRelease, deployedRelease } from '../arm/deployed.ts';
import { chooseNodes } from '../arm/nodes.ts';
import type { Selection } from '../sites.ts';
import { carryOut } from './carryOut.ts';
import { refuseOtherPlan } from './expectedPlan.ts';
import { type OpenReimage, oneSite, withReimage } from './openSite.ts';
import type { ReimageHooks, ReimageOptions } from './options.ts';
import { powerSecrets } from './powerOf.ts';
import { type PreparedNode, preparedNodes, renderForArming } from './preparedNodes.ts';
import { readFacts, readLocal, readPower } from './readFacts.ts';
import { refusePlan, refuseUnfinished } from './refusals.ts';
import { plannedRemoval } from './removal.ts';
import { wantedNow } from './wantedNow.ts';

/**
 * Installs nodes anew, or removes them, one transaction a node: plans, and carries the plan out under the storage's lock. Nothing is done where anything speaks
 * against any node of it.
 */
export async function reimage(
  selection: Selection,
  options: ReimageOptions,
  world: World,
  hooks: ReimageHooks = {},
): Promise<ReimageReport> {
  const site = await chosenSite(selection, options, world);
  return withReimage(site, options, world, hooks, async (open) => {
    const release = deployedRelease(open.before);
    refuseUnfinished(await attempt(open.tools, () => readStoredRun(open.tools.storage)), options.planOnly);
    const { plan, unknown, prepared } =
      options.remove === true
        ? await removed(open, release, options)
        : await planned(open, release, site.nodes, options);
    const report: ReimageReport = {
      site: site.name,
      target: open.tools.storage.name,
      plan,
      unknown,
      outcome: undefined,
    };
    hooks.onPlan?.(report);
    if (options.planOnly) return report;
    refuseOtherPlan(options.expected?.(site.name), plan);
    refusePlan(plan);
    if (plan.nodes.length === 0 || (await hooks.confirm?.(report)) === false) return report;
    const arming = {
      release: release.id,
      nodes: prepared,
      seconds: options.armSeconds,
      translator: world.translator,
    };
    const run = newRun(world.random().slice(0, 12), plan);
    const outcome = await carryOut({ run, first: { kind: 'start' }, sequence: undefined, arming }, open);
    return { ...report, outcome };
  });
}

interface ChosenNodes {
  readonly name: string;
  readonly inventory: Awaited<ReturnType<typeof oneSite>>['inventory'];
  /** The nodes that were named; `changed` where they are to be found out. */
  readonly nodes: readonly Node[] | 'changed';
}

async function chosenSite(
  selection: Selection,
  { nodes: choice, remove }: Pick<ReimageOptions, 'nodes' | 'remove'>,
  world: World,
): Promise<ChosenNodes> {
  if (remove === true) return { ...(await oneSite(selection, world)), nodes: [] };
  if (choice === 'changed' || choice === 'all') {
    const site = await oneSite(selection, world);
    return { ...site, nodes: choice === 'all' ? site.inventory.site.nodes : choice };
  }
  const sites = await chooseNodes(selection, choice, world);
  const [site] = sites;
  if (site === undefined || sites.length > 1)
    throw new Failure('usage', `those nodes are of ${sites.length} sites, and one is reimaged at a time`);
  return { name: site.name, inventory: site.inventory, nodes: site.nodes.map(({ node }) => node) };
}

interface Planned {
  readonly plan: ReimagePlan;
  readonly unknown: ReimageReport['unknown'];
  readonly prepared: ReadonlyMap<string, PreparedNode>;
}

/** Plans that nodes leave the cluster for good: nothing of them is installed. */
async function removed(
  open: OpenReimage,
  release: DeployedRelease,
  options: ReimageOptions,
): Promise<Planned> {
  const { nodes } = options;
  if (typeof nodes === 'string') throw new Failure('usage', 'nodes that are removed are named, each of them');
  const plan = await plannedRemoval(open, release, nodes, options);
  return { plan, unknown: [], prepared: new Map() };
}

/** Sees what there is, and plans. */
async function planned(
  open: OpenReimage,
  release: DeployedRelease,
  chosen: ChosenNodes['nodes'],
  options: ReimageOptions,
): Promise<Planned> {
  const { site, servers, tools } = open;
  const all = site.inventory.site.nodes;
  const wanted = await wantedNow(open, release);
  const seen = chosen === 'changed' ? all : chosen;
  await open.need(powerSecrets(chosen === 'changed' ? [] : chosen));
  let facts: SiteFacts = await readFacts(
    site,
    servers,
    release.id,
    { seen, powered: chosen === 'changed' ? [] : chosen },
    tools.signal,
  );
  const found =
    chosen === 'changed'
      ? changedNodes(
          all.map(({ hostname }) => hostname),
          wanted,
          facts,
        )
      : undefined;
  const nodes = found?.changed ?? new Map(seen.map(({ hostname }) => [hostname, 'asked for']));
  if (found !== undefined) {
    const changed = all.filter(({ hostname }) => nodes.has(hostname));
    await open.need(powerSecrets(changed));
    facts = { ...facts, power: await readPower(site, changed, tools.signal) };
  }
  const chosenNames = [...nodes.keys()];
  const inCluster = (facts.cluster?.nodes ?? []).filter(({ name }) =>
    chosenNames.some((hostname) => sameHost(hostname, name)),
  );
  facts = {
    ...facts,
    ...(await readLocal(
      servers,
      inCluster.map(({ name }) => name),
      tools.signal,
    )),
  };
  const gone = found === undefined ? [] : goneNodes(site.inventory.site, facts.cluster);
  const { bootstrap, replaceDead, agentsAtATime, deleteEmptyDirData, force, drainSeconds } = options;
  const drain = { deleteEmptyDirData, force, timeoutSeconds: drainSeconds };
  const plan = planReimage({
    site: site.inventory.site,
    released: wanted.released,
    facts,
    request: { nodes, bootstrap, replaceDead, agentsAtATime, drain },
  });
  const ready = await prepare(open, release, plan, options);
  return {
    plan: { ...plan, refusals: [...plan.refusals, ...ready.refusals] },
    unknown: [
      ...[...(found?.unknown ?? [])].map(([hostname, why]) => ({ hostname, why })),
      ...gone.map((node) => ({ hostname: node.hostname, why: goneWords(node) })),
    ],
    prepared: ready.prepared,
  };
}

/** Makes sure that every node can be armed: that the inventory is what was deployed, all of it is there, and every secret has a value. */
async function prepare(
  { site, tools, need }: OpenReimage,
  release: DeployedRelease,
  plan: ReimagePlan,
  { bootstrap, planOnly }: ReimageOptions,
): Promise<{
  readonly prepared: ReadonlyMap<string, PreparedNode>;
  readonly refusals: ReimagePlan['refusals'];
}> {
  const hostnames = new Set(plan.nodes.map(({ hostname }) => hostname));
  try {
    const rendered = await renderForArming(site, hostnames, bootstrap, site.world);
    const prepared = preparedNodes(release, rendered);
    if ((await attempt(tools, () => tools.storage.read('cgi-bin/gate'))) === undefined)
      throw new Failure('refused', `the gate is not installed on ${tools.storage.name}`, {
        next: 'pilotlight router apply installs it',
      });
    if (!planOnly) await need(rendered.secrets);
    return { prepared, refusals: [] };
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'refused') throw error;
    const message = error.message.replace(/^nothing was armed:\n\s*/, '');
    return { prepared: new Map(), refusals: [{ message, next: error.next ?? 'pilotlight deploy' }] };
  }
}
