import type { Node } from '../../inventory/model/node.ts';
import { ConnectionLost } from '../../ports/remoteShell.ts';
import { readLocalData } from '../../reimage/cluster/localData.ts';
import { seeMachines } from '../../reimage/machine/seeMachines.ts';
import type { PowerView, SiteFacts } from '../../reimage/plan/facts.ts';
import type { Digest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { inParallel } from '../../shared/inParallel.ts';
import type { ClusterServers } from './clusterServers.ts';
import { loginOf, openNode } from './openNode.ts';
import { powerControls } from './powerOf.ts';
import type { SiteRun } from './siteRun.ts';

/** Machines that are asked at a time. */
export const atATime = 8;

/** Sees what a plan is made from: what nodes say of themselves, the cluster, and which power methods can be used. Nothing is changed. */
export async function readFacts(
  run: SiteRun,
  servers: ClusterServers,
  release: Digest,
  { seen, powered }: { readonly seen: readonly Node[]; readonly powered: readonly Node[] },
  signal?: AbortSignal,
): Promise<SiteFacts> {
  const cluster = await servers.read(undefined, signal);
  const machines = await seeMachines(
    (node, until) => openNode(run, node, loginOf(node), until),
    seen,
    atATime,
    signal === undefined ? {} : { signal },
  );
  const power = await readPower(run, powered, signal);
  return { release, cluster, machines, power };
}

/** What of the cluster's data is on some nodes alone, by the names of their Nodes; nothing where it cannot be told. */
export async function readLocal(
  servers: ClusterServers,
  nodes: readonly string[],
  signal?: AbortSignal,
): Promise<Pick<SiteFacts, 'localData'>> {
  if (nodes.length === 0) return {};
  try {
    return {
      localData: await servers.through(
        '',
        signal,
        async () => {},
        (tools) => readLocalData(tools, nodes),
      ),
    };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof Failure || error instanceof ConnectionLost)) throw error;
    return {};
  }
}

/** The power methods of nodes, by host name, and whether each can be used now. */
export async function readPower(
  run: SiteRun,
  nodes: readonly Node[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly PowerView[]>> {
  const powers = await run.world.powers();
  const views = await inParallel(nodes, atATime, async (node) => {
    const found: PowerView[] = [];
    for (const control of powerControls(run, node, powers, () => {})) {
      found.push({ method: control.method, ...(await probed(control.probe(signal), signal)) });
    }
    return [node.hostname, found] as const;
  });
  return new Map(views);
}

async function probed(
  probe: Promise<Omit<PowerView, 'method'>>,
  signal: AbortSignal | undefined,
): Promise<Omit<PowerView, 'method'>> {
  try {
    return await probe;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof Failure || error instanceof ConnectionLost)) throw error;
    return { usable: false, detail: error.message };
  }
}
