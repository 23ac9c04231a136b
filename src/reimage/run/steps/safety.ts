import { Failure } from '../../../shared/failure.ts';
import type { ClusterView } from '../../plan/facts.ts';
import type { PlannedNode, ReimagePlan } from '../../plan/plan.ts';
import { neededOf, whyNotLeave } from '../../plan/quorum.ts';
import { sameHost } from '../../plan/sameHost.ts';
import { isServing } from '../../plan/serving.ts';
import type { SiteAccess } from '../access.ts';
import type { StepContext } from '../site.ts';
import { refused } from './refused.ts';

/** Throws where the router serves another release than the one that was planned: what was looked at is not what would be installed. */
export async function refuseOtherRelease(
  access: SiteAccess,
  plan: ReimagePlan,
  signal: AbortSignal,
): Promise<void> {
  const current = await access.release(signal);
  if (current === plan.release) return;
  throw refused(
    'the router serves another release than the one of the plan',
    'pilotlight reimage --abort, then plan again; or roll back to that release, and --resume',
  );
}

/** Milliseconds for which something that may pass is looked at again: a member that learns, a server that restarts. */
const patience = 60_000;
const pollMilliseconds = 5000;

/**
 * Throws where a node may not be out of the cluster now, and for a while. Asked live, before each step that takes something from the cluster,
 * so that what happened since the plan counts.
 */
export async function refuseUnsafe(
  access: SiteAccess,
  node: PlannedNode,
  { signal, tell }: Pick<StepContext, 'signal' | 'tell'>,
): Promise<void> {
  if (node.role === 'none') return;
  for (let waited = 0; ; waited += pollMilliseconds) {
    const why = await whyUnsafe(access, node, signal);
    if (why === undefined) return;
    if (waited >= patience || node.variant === 'bootstrap')
      throw refused(why, 'bring the other servers back first; then pilotlight reimage --resume');
    tell(why);
    await access.wait(pollMilliseconds, signal);
  }
}

async function whyUnsafe(
  access: SiteAccess,
  node: PlannedNode,
  signal: AbortSignal,
): Promise<string | undefined> {
  const cluster = await access.cluster.read(node, signal);
  if (node.variant === 'bootstrap') return whyNotFound(cluster);
  return noCluster(cluster) ?? whyNotOut(cluster, node) ?? otherOut(cluster, node, access.servers);
}

function whyNotFound(cluster: ClusterView | undefined): string | undefined {
  if (cluster === undefined) return undefined;
  return `a cluster answers at ${cluster.toldBy}: a second one is never founded beside it`;
}

function noCluster(cluster: ClusterView | undefined): string | undefined {
  return cluster === undefined ? 'no other server of the cluster answers now' : undefined;
}

function whyNotOut(cluster: ClusterView | undefined, node: PlannedNode): string | undefined {
  const { nodes = [], members } = cluster ?? {};
  if (!nodes.some(({ name, server, ready }) => server && ready && !sameHost(name, node.hostname)))
    return 'no other server is Ready now: it would have nothing to join';
  if (node.role !== 'server' || members === undefined) return undefined;
  const own = members.find(({ node: on }) => on !== undefined && sameHost(on, node.hostname));
  if (own !== undefined) return whyNotLeave(members, own.id);
  const voters = members.filter(({ learner }) => !learner);
  const healthy = voters.filter((member) => member.healthy).length;
  const needed = neededOf(voters.length);
  return healthy < needed
    ? `etcd has ${healthy} healthy of ${voters.length} members now, and needs ${needed}`
    : undefined;
}

/** Two servers are never out at a time, whoever took the other one out: it may be on its way back from an earlier run. */
function otherOut(
  cluster: ClusterView | undefined,
  node: PlannedNode,
  servers: readonly string[],
): string | undefined {
  if (cluster === undefined || node.role !== 'server') return undefined;
  // One that is gone takes nothing away when it is forgotten.
  if (node.removal !== undefined && !isServing(cluster, node.hostname)) return undefined;
  const out = servers.filter((each) => !sameHost(each, node.hostname) && !isServing(cluster, each));
  return out.length === 0 ? undefined : `${out.join(' and ')} ${out.length === 1 ? 'is' : 'are'} out already`;
}

/** Throws where etcd counts a node that left it: K3s on it came back, and would be cut off in the middle. */
export async function refuseReturned(
  access: SiteAccess,
  node: PlannedNode,
  signal: AbortSignal,
): Promise<void> {
  if (node.role !== 'server' || node.variant === 'bootstrap') return;
  const cluster = await access.cluster.read(node, signal);
  const returned = cluster?.members?.find(({ node: on }) => on !== undefined && sameHost(on, node.hostname));
  if (returned === undefined) return;
  throw new Failure('refused', 'etcd counts it again: K3s on it joined anew after it was taken out', {
    next: 'pilotlight reimage --resume takes it out once more',
  });
}
