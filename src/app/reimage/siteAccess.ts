import { look } from '../../deploy/run/readStorage.ts';
import type { RunTools } from '../../deploy/run/tools.ts';
import { seeMachine } from '../../reimage/machine/seeMachines.ts';
import { stopK3s } from '../../reimage/machine/stopK3s.ts';
import { firstThatWorks } from '../../reimage/power/firstThatWorks.ts';
import type { SiteAccess } from '../../reimage/run/access.ts';
import { clusterAccess } from './clusterAccess.ts';
import type { ClusterServers } from './clusterServers.ts';
import { type Arming, gateAccess } from './gateAccess.ts';
import { loginOf, openNode } from './openNode.ts';
import { powerControls } from './powerOf.ts';
import { reachOf } from './reach.ts';
import { seenCause } from './seenCause.ts';
import { nodeOf, type SiteRun } from './siteRun.ts';

/** What the steps reach a site's router, nodes and cluster with. */
export async function siteAccess(
  run: SiteRun,
  tools: RunTools,
  servers: ClusterServers,
  arming: Arming,
): Promise<SiteAccess> {
  const { world, inventory, place } = run;
  const powers = await world.powers();
  return {
    servers: inventory.site.cluster?.servers ?? [],
    gate: gateAccess(run, arming),
    cluster: clusterAccess(run, servers),
    release: async () =>
      (await look(tools, place.settings, { known: arming.release })).state.pointer?.release,
    machine: (planned, signal) =>
      seeMachine(
        (node, until) => openNode(run, node, loginOf(node), until),
        reachOf(run, planned),
        signal === undefined ? {} : { signal },
      ),
    stopK3s: async (planned, signal) => {
      const node = reachOf(run, planned);
      const shell = await openNode(run, node, loginOf(node), signal);
      try {
        await stopK3s(shell, planned.removal === undefined ? 'restart' : 'for-good', signal);
      } finally {
        await shell.close().catch(() => undefined);
      }
    },
    power: ({ hostname }, tell) =>
      firstThatWorks(hostname, powerControls(run, nodeOf(run, hostname), powers, tell)),
    likelyCause: (planned, signal) => seenCause(run, nodeOf(run, planned.hostname), planned, signal),
    wait: (milliseconds, signal) => world.wait(milliseconds, signal),
  };
}
