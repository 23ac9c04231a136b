import { attempt } from '../../deploy/run/attempt.ts';
import type { Node } from '../../inventory/model/node.ts';
import { changedNodes } from '../../reimage/plan/changed.ts';
import type { SiteFacts } from '../../reimage/plan/facts.ts';
import { goneNodes, goneWords } from '../../reimage/plan/gone.ts';
import type { ReimagePlan } from '../../reimage/plan/plan.ts';
import { planReimage } from '../../reimage/plan/planReimage.ts';
import { sameHost } from '../../reimage/plan/sameHost.ts';
import type { ReimageReport } from '../../report/reimageReport.ts';
import { Failure } from '../../shared/failure.ts';
import type { DeployedRelease } from '../arm/deployed.ts';
import type { OpenReimage } from './openSite.ts';
import type { ReimageOptions } from './options.ts';
import { powerSecrets, untriedPower } from './powerOf.ts';
import { type PreparedNode, preparedNodes, renderForArming } from './preparedNodes.ts';
import { readFacts, readLocal, readPower } from './readFacts.ts';
import { plannedRemoval } from './removal.ts';
import { wantedNow } from './wantedNow.ts';

/** What would be done, and what it takes. */
export interface Planned {
  readonly plan: ReimagePlan;
  readonly unknown: ReimageReport['unknown'];
  readonly prepared: ReadonlyMap<string, PreparedNode>;
}

/** Plans that nodes leave the cluster for good: nothing of them is installed. */
export async function removed(
  open: OpenReimage,
  release: DeployedRelease,
  options: ReimageOptions,
): Promise<Planned> {
  const { nodes } = options;
  if (typeof nodes === 'string') throw new Failure('usage', 'nodes that are removed are named, each of them');
  const plan = await plannedRemoval(open, release, nodes, options);
  return { plan: { ...plan, chosen: 'removal' }, unknown: [], prepared: new Map() };
}

/**
 * Sees what there is, and plans.
 *
 * @param chosen the nodes that were named; `changed` where they are to be found out
 */
export async function planned(
  open: OpenReimage,
  release: DeployedRelease,
  chosen: readonly Node[] | 'changed',
  options: ReimageOptions,
): Promise<Planned> {
  const { site, servers, tools } = open;
  const all = site.inventory.site.nodes;
  const wanted = await wantedNow(open, release);
  const seen = chosen === 'changed' ? all : chosen;
  const ask = options.planOnly ? open.want : open.need;
  await ask(powerSecrets(chosen === 'changed' ? [] : chosen));
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
    await ask(powerSecrets(changed));
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
    plan: {
      ...plan,
      chosen: typeof options.nodes === 'string' ? options.nodes : 'names',
      refusals: [...plan.refusals, ...ready.refusals],
      warnings: [
        ...plan.warnings,
        ...untriedPower(
          site,
          all.filter(({ hostname }) => nodes.has(hostname)),
        ),
      ],
    },
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
