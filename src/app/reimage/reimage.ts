import { attempt } from '../../deploy/run/attempt.ts';
import type { Node } from '../../inventory/model/node.ts';
import type { World } from '../../ports/world.ts';
import { readStoredRun } from '../../reimage/run/storedRun.ts';
import { newRun } from '../../reimage/steps/next.ts';
import type { ReimageReport } from '../../report/reimageReport.ts';
import { Failure } from '../../shared/failure.ts';
import { deployedRelease } from '../arm/deployed.ts';
import { chooseNodes } from '../arm/nodes.ts';
import type { Selection } from '../sites.ts';
import { carryOut } from './carryOut.ts';
import { refuseOtherKind, refuseOtherPlan } from './expectedPlan.ts';
import { oneSite, withReimage } from './openSite.ts';
import type { ReimageHooks, ReimageOptions } from './options.ts';
import { planned, removed } from './planned.ts';
import { refusePlan, refuseUnfinished } from './refusals.ts';

/**
 * Installs nodes anew, or removes them, one transaction a node: plans, and carries the plan out under the storage's lock. Nothing is done
 * where anything speaks against any node of it.
 */
export async function reimage(
  selection: Selection,
  options: ReimageOptions,
  world: World,
  hooks: ReimageHooks = {},
): Promise<ReimageReport> {
  const site = await chosenSite(selection, options, world);
  const expected = options.expected?.(site.name);
  refuseOtherKind(expected, options.remove === true);
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
    refuseOtherPlan(expected, plan);
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
