import type { JournalEntry } from '../../deploy/plan/state.ts';
import type { Inventory } from '../../inventory/model/inventory.ts';
import type { World } from '../../ports/world.ts';
import { type LastReimage, type NodeStatus, nodeStatus } from '../../reimage/plan/nodeStatus.ts';
import { deployedRelease } from '../arm/deployed.ts';
import { withReimage } from './openSite.ts';
import type { NodeOptions, ReimageHooks } from './options.ts';
import { readFacts } from './readFacts.ts';
import { wantedOf } from './released.ts';

/** How the nodes of a site are: what each runs, what the release wants, how the cluster sees it, and when it was reimaged last. */
export function siteNodes(
  site: { readonly name: string; readonly inventory: Inventory },
  options: NodeOptions,
  world: World,
  hooks: ReimageHooks,
): Promise<readonly NodeStatus[]> {
  return withReimage(site, options, world, hooks, async ({ site: run, servers, before, tools }) => {
    const release = deployedRelease(before);
    const { nodes } = site.inventory.site;
    const facts = await readFacts(run, servers, release.id, { seen: nodes, powered: [] }, tools.signal);
    return nodeStatus(nodes, wantedOf(release.manifest), facts, historyOf(before.state.journal));
  });
}

function historyOf(journal: readonly JournalEntry[]): LastReimage[] {
  return journal.flatMap(({ reimage, release, at }) =>
    reimage === undefined || release === undefined
      ? []
      : reimage.nodes.map((hostname) => ({
          hostname,
          run: reimage.run,
          at,
          outcome: reimage.outcome,
          release,
        })),
  );
}
