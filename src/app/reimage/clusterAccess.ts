import type { Node } from '../../inventory/model/node.ts';
import { cordon, uncordon } from '../../reimage/cluster/cordon.ts';
import { deleteNode } from '../../reimage/cluster/deleteNode.ts';
import { type DrainProgress, drain } from '../../reimage/cluster/drain/drain.ts';
import { removeMember } from '../../reimage/cluster/removeMember.ts';
import { verifyNode } from '../../reimage/cluster/verifyNode.ts';
import type { ClusterView } from '../../reimage/plan/facts.ts';
import { sameHost } from '../../reimage/plan/sameHost.ts';
import type { ClusterAccess } from '../../reimage/run/access.ts';
import { stepLimits } from '../../reimage/steps/limits.ts';
import type { ClusterServers } from './clusterServers.ts';
import { nodeOf, type SiteRun } from './siteRun.ts';

/** Seconds: what the cluster is given for a request, before the step's own time is up. */
const limits = stepLimits({ timeoutSeconds: 0 });
const patience = { member: limits.removeMember - 30, node: limits.deleteNode - 30 };

const unchecked = async (): Promise<void> => {};

/** The cluster of a site, through a server that stays. */
export function clusterAccess(run: SiteRun, servers: ClusterServers): ClusterAccess {
  return {
    read: async (node, signal) =>
      (await servers.read(node.hostname, signal)) ??
      (node.variant === 'bootstrap' ? apiAnswers(run, node.hostname, signal) : undefined),
    cordon: ({ hostname }, { signal, confirm }) =>
      servers.through(hostname, signal, confirm, async (tools) => {
        const name = nodeIn(await servers.read(hostname, signal), hostname);
        if (name !== undefined) await cordon(tools, name);
      }),
    drain: ({ hostname, alive }, choices, { signal, confirm, tell }) =>
      servers.through(hostname, signal, confirm, async (tools) => {
        const name = nodeIn(await servers.read(hostname, signal), hostname);
        if (name === undefined) return;
        await drain(tools, { node: name, choices, answers: alive }, (progress) => tell(drainWords(progress)));
      }),
    removeMember: ({ hostname, member, kubernetesName }, { signal, confirm, tell }) =>
      servers.through(hostname, signal, confirm, async (tools) => {
        const name = nodeIn(await servers.read(hostname, signal), hostname) ?? kubernetesName ?? hostname;
        await removeMember(tools, { node: name, member, seconds: patience.member }, tell);
      }),
    deleteNode: ({ hostname, kubernetesName }, { signal, confirm, tell }) =>
      servers.through(hostname, signal, confirm, async (tools) => {
        const name = nodeIn(await servers.read(hostname, signal), hostname) ?? kubernetesName;
        if (name !== undefined) await deleteNode(tools, name, patience.node, tell);
      }),
    // A node may be the only server: then it is asked itself.
    uncordon: async (node, signal) => {
      const except = (await servers.read(node.hostname, signal)) === undefined ? '' : node.hostname;
      await servers.through(except, signal, unchecked, async (tools) => {
        const name = nodeIn(await servers.read(except, signal), node.hostname);
        if (name !== undefined) await uncordon(tools, name);
      });
    },
    faults: async (planned, signal) => {
      const view = (await servers.read(planned.hostname, signal)) ?? (await servers.read(undefined, signal));
      if (view === undefined) return ['no server of the cluster answers'];
      return verifyNode(view, expectedOf(run, nodeOf(run, planned.hostname)));
    },
  };
}

function nodeIn(view: ClusterView | undefined, hostname: string): string | undefined {
  return view?.nodes.find(({ name }) => sameHost(name, hostname))?.name;
}

function expectedOf({ inventory }: SiteRun, { hostname, role, labels, taints }: Node) {
  const version = inventory.site.cluster?.version ?? '';
  return {
    hostname,
    role: role === 'server' ? ('server' as const) : ('agent' as const),
    version,
    labels,
    taints,
  };
}

function drainWords({ total, left, blocked }: DrainProgress): string {
  if (left.length === 0) return 'all pods left';
  const held = blocked.length === 0 ? '' : `; a PodDisruptionBudget keeps ${blocked.slice(0, 3).join(', ')}`;
  return `${left.length} of ${total} pods are left${held}`;
}

/**
 * Where nobody lets us in, the API servers may answer all the same: plain HTTP gets an answer of any from a port that speaks TLS. Then there
 * is a cluster, whoever cannot be asked.
 */
async function apiAnswers(
  { inventory, world }: SiteRun,
  except: string,
  signal?: AbortSignal,
): Promise<ClusterView | undefined> {
  for (const hostname of inventory.site.cluster?.servers ?? []) {
    const { address } = nodeOf({ inventory }, hostname).network;
    if (hostname === except) continue;
    const host = address.method === 'static' ? address.address : hostname;
    const { status } = await world.http.get(`http://${host}:6443/`, signal === undefined ? {} : { signal });
    if (status !== 0) return { toldBy: hostname, nodes: [], members: undefined };
  }
  return undefined;
}
