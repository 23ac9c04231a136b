import { Failure } from '../../shared/failure.ts';
import type { EtcdMember } from '../plan/facts.ts';
import { whyNotLeave } from '../plan/quorum.ts';
import { askApiOnce, callApi } from './api/callApi.ts';
import { k3sNames } from './k3s.ts';
import { type LiveCluster, readCluster } from './readCluster.ts';
import { refuseItself } from './refuseItself.ts';
import type { ClusterTools, OnWaiting } from './tools.ts';
import { type Look, until } from './until.ts';

/** Which member is to leave etcd. */
export interface MemberRequest {
  /** Name of its Node. */
  readonly node: string;
  /** Its id, by the plan: a member that none of the Nodes has is found by it. */
  readonly member?: string | undefined;
  readonly seconds: number;
}

/** How long a quorum that does not allow it is looked at again: a new election takes seconds, a server that is down stays so. */
const settleSeconds = 30;

/** What became of a request to K3s. */
interface Progress {
  /** How often it was told so by us, whether that was answered or not. */
  asked: number;
  /** The member that it was told to remove, by us or by somebody before. */
  removing: EtcdMember | undefined;
  /** When quorum first spoke against it, by the clock of the tools. */
  refusedAt: number | undefined;
}

/**
 * Has K3s take a node's member out of etcd, and waits until K3s says that it did and etcd's own list is without it. May be said again: `already`
 * when etcd knows no such member. Right before K3s is asked, etcd is: a Failure of kind `refused` where the others would lose quorum, and
 * nothing was done then. When the time is up the request is taken back, so that it is not granted later.
 */
export async function removeMember(
  tools: ClusterTools,
  request: MemberRequest,
  onWaiting?: OnWaiting,
): Promise<'removed' | 'already'> {
  const { node, seconds } = request;
  refuseItself(tools, node);
  const progress: Progress = { asked: 0, removing: undefined, refusedAt: undefined };
  return until(
    tools,
    { seconds, every: 3 },
    () => lookAndAsk(tools, request, progress),
    (missing) => late(tools, request, progress, missing),
    onWaiting,
  );
}

async function lookAndAsk(
  tools: ClusterTools,
  request: MemberRequest,
  progress: Progress,
): Promise<Look<'removed' | 'already'>> {
  const cluster = await readCluster(tools);
  const annotations = cluster.nodes.find(({ name }) => name === request.node)?.annotations;
  const member = memberOf(cluster, request);
  if (member === undefined) {
    const { removing } = progress;
    if (removing === undefined) return { done: 'already' };
    const noted = annotations === undefined || annotations[k3sNames.removed] === removing.name;
    return noted ? { done: 'removed' } : { missing: 'etcd is without it, and K3s has not noted that yet' };
  }
  if (annotations === undefined) throw unreachable(request.node, member);
  if (progress.removing === undefined || !isAsked(annotations)) {
    const why = whyNot(tools, cluster, member, progress);
    if (why !== undefined) return { missing: why };
    progress.removing = member;
    if (!isAsked(annotations)) {
      progress.asked += 1;
      await ask(tools, request.node, annotations);
    }
  }
  return { missing: 'K3s was asked to take it out of etcd, and has not done it yet' };
}

/** The member of the Node, whatever its id: it may have come back as another one. */
function memberOf({ members }: LiveCluster, { node, member }: MemberRequest): EtcdMember | undefined {
  if (members === undefined)
    throw new Failure('refused', `${node} was not taken out of etcd: there is no etcd to ask`, {
      next: 'A cluster that keeps its state elsewhere has no members: plan again.',
    });
  return (
    members.find((each) => each.node === node) ??
    members.find(
      ({ id, name, node: other }) =>
        other === undefined && member !== undefined && [id, name].includes(member),
    )
  );
}

/** Whether K3s was told to remove the member, and has not answered yet. An answer of an earlier time voids the request. */
function isAsked(annotations: Readonly<Record<string, string>>): boolean {
  return (
    annotations[k3sNames.remove]?.toLowerCase() === 'true' && annotations[k3sNames.removed] === undefined
  );
}

/** What quorum says against it; throws once it has said so for a while. */
function whyNot(
  tools: ClusterTools,
  { members = [] }: LiveCluster,
  { id }: EtcdMember,
  progress: Progress,
): string | undefined {
  const why = whyNotLeave(members, id);
  if (why === undefined) {
    progress.refusedAt = undefined;
    return undefined;
  }
  progress.refusedAt ??= tools.now();
  if (tools.now() - progress.refusedAt < settleSeconds * 1000) return why;
  throw new Failure('refused', `etcd cannot spare the member: ${why}`, {
    next: 'Bring the other servers back first. Nothing was taken out of etcd.',
  });
}

/**
 * Asks K3s, once: before it is asked again, etcd is. An answer of an earlier time goes with it: K3s would take the request for one that is done.
 */
async function ask(
  tools: ClusterTools,
  node: string,
  annotations: Readonly<Record<string, string>>,
): Promise<void> {
  const stale = annotations[k3sNames.removed] === undefined ? [] : [`${k3sNames.removed}-`];
  await askApiOnce(tools, `${node} cannot be marked for leaving etcd`, [
    'annotate',
    'node',
    node,
    '--overwrite',
    `${k3sNames.remove}=true`,
    ...stale,
  ]);
}

async function late(
  tools: ClusterTools,
  { node, seconds }: MemberRequest,
  { asked }: Progress,
  missing: string,
): Promise<Failure> {
  const taken =
    asked === 0 ? undefined : await callApi(tools, ['annotate', 'node', node, `${k3sNames.remove}-`]);
  const state =
    taken === undefined
      ? 'nothing was changed'
      : taken.kind === 'done' || taken.kind === 'absent'
        ? 'the request was taken back'
        : `the annotation ${k3sNames.remove} is still on its Node`;
  const again = asked > 1 ? `, although it was asked ${asked} times` : '';
  return new Failure('world', `${node} has not left etcd after ${seconds} s: ${missing}${again}; ${state}`, {
    next: `Look at what the servers say of "etcd member": journalctl -u k3s. Its Node needs the label ${k3sNames.etcdLabel} and the annotation ${k3sNames.memberName}.`,
  });
}

function unreachable(node: string, { id, name }: EtcdMember): Failure {
  return new Failure(
    'refused',
    `etcd still counts ${name || id}, and there is no Node ${node} by which K3s could be asked to remove it`,
    {
      next: `Remove it by hand on a server, with etcdctl and K3s's certificates: etcdctl member remove ${id}.`,
    },
  );
}
