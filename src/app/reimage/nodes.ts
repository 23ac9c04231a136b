import type { JournalEntry } from '../../deploy/plan/state.ts';
import type { Inventory } from '../../inventory/model/inventory.ts';
import type { World } from '../../ports/world.ts';
import { goneStatus, type LastReimage, type NodeStatus, nodeStatus } from '../../reimage/plan/nodeStatus.ts';
import { orphanWords } from '../../reimage/plan/orphans.ts';
import { deployedRelease } from '../arm/deployed.ts';
import { withReimage } from './openSite.ts';
import type { NodeOptions, ReimageHooks } from './options.ts';
import { readFacts } from './readFacts.ts';
import { wantedNow } from './wantedNow.ts';

/** How the nodes of a site are, and what somebody should know of its cluster. */
export interface SeenNodes {
  readonly nodes: readonly NodeStatus[];
  readonly notes: readonly string[];
}

/** How the nodes of a site are, and those that only the cluster has: what each runs, what the release wants, how the cluster sees it, and when it was reimaged last. */
export function siteNodes(
  site: { readonly name: string; readonly inventory: Inventory },
  options: NodeOptions,
  world: World,
  hooks: ReimageHooks,
): Promise<SeenNodes> {
  return withReimage(site, { ...options, planOnly: true }, world, hooks, async (open) => {
    const { site: run, servers, before, tools } = open;
    const release = deployedRelease(before);
    const { nodes } = site.inventory.site;
    const facts = await readFacts(run, servers, release.id, { seen: nodes, powered: [] }, tools.signal);
    const history = historyOf(before.state.journal);
    const wanted = await wantedNow(open, release);
    return {
      nodes: [
        ...nodeStatus(nodes, wanted, facts, history),
        ...goneStatus(site.inventory.site, facts, history),
      ],
      notes: facts.cluster === undefined ? [] : orphanWords(facts.cluster),
    };
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
