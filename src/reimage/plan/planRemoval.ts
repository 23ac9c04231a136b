import type { Site } from '../../inventory/model/site.ts';
import { etcdDoubts } from './etcdDoubts.ts';
import type { ClusterView, SiteFacts } from './facts.ts';
import { aliveRefusals, answersItself, type LeavingNode } from './leaving.ts';
import { namesakeRefusals } from './namesakes.ts';
import { orphanWords } from './orphans.ts';
import { outRefusals } from './outRefusals.ts';
import type { PlannedNode, Refusal, ReimagePlan } from './plan.ts';
import { forecastQuorum, whyNotLeave } from './quorum.ts';
import type { ReimageRequest } from './request.ts';
import { isServing } from './serving.ts';

/** What a removal is planned from. */
export interface RemovalInput {
  readonly site: Site;
  readonly facts: SiteFacts;
  /** All of them are nodes of the cluster. */
  readonly leaving: readonly LeavingNode[];
  readonly request: Pick<ReimageRequest, 'replaceDead' | 'agentsAtATime' | 'drain'>;
}

/**
 * Plans how nodes leave the cluster for good: in what order, what becomes of etcd, and everything that speaks against it at once. Servers that
 * are gone already leave first: as long as etcd counts them, it stands less.
 */
export function planRemoval({ site, facts, leaving, request }: RemovalInput): ReimagePlan {
  const { cluster } = facts;
  const ordered = inOrder(leaving, cluster);
  const planned = ordered.map((node) => planLeaving(node, facts));
  const members = cluster?.members;
  const ids = planned.flatMap(({ member }) => member ?? []);
  return {
    schemaVersion: 1,
    site: site.name,
    release: facts.release,
    nodes: planned,
    ...(members === undefined ? {} : { quorum: forecastQuorum(members, ids, true) }),
    agentsAtATime: request.agentsAtATime,
    drain: request.drain,
    refusals: [
      ...ordered.flatMap((node) => aliveRefusals(node, facts, request)),
      ...namesakeRefusals(planned, cluster),
      ...stayRefusals(planned, cluster),
      ...outRefusals(site, planned, cluster),
      ...quorumRefusals(planned, members ?? []),
    ],
    warnings: [
      ...ordered.flatMap((node) => nodeWarnings(node, facts)),
      ...(cluster === undefined || planned.every(({ role }) => role !== 'server') ? [] : etcdDoubts(cluster)),
      ...etcdWarnings(ids, cluster),
      ...(cluster === undefined ? [] : orphanWords(cluster)),
    ],
  };
}

function inOrder(leaving: readonly LeavingNode[], cluster: ClusterView | undefined): LeavingNode[] {
  const rank = ({ role, hostname }: LeavingNode): number => {
    if (role !== 'server') return 2;
    return cluster !== undefined && isServing(cluster, hostname) ? 1 : 0;
  };
  return [0, 1, 2].flatMap((wanted) => leaving.filter((node) => rank(node) === wanted));
}

function planLeaving(leaving: LeavingNode, facts: SiteFacts): PlannedNode {
  const { name, hostname, role, kubernetes, removal } = leaving;
  const machine = facts.machines.get(hostname);
  const alive = answersItself(leaving, machine);
  const member = facts.cluster?.members?.find(({ node }) => node === kubernetes.name)?.id;
  const running = alive ? machine?.generation?.digest : undefined;
  return {
    name,
    hostname,
    role,
    variant: role === 'server' ? 'join' : 'agent',
    kubernetesName: kubernetes.name,
    ...(member === undefined ? {} : { member }),
    alive,
    removal,
    keeps: ['all that is on its disks'],
    loses: [...(facts.localData?.get(kubernetes.name)?.volumes ?? [])],
    power: [],
    ...(running === undefined ? {} : { running }),
    because: 'it is to be removed',
  };
}

/** Somebody has to stay. */
function stayRefusals(planned: readonly PlannedNode[], cluster: ClusterView | undefined): Refusal[] {
  if (cluster === undefined) {
    return [
      {
        message: 'no server of the cluster answers, so there is nothing to leave',
        next: 'see that one runs, and answers over SSH',
      },
    ];
  }
  const left = cluster.nodes.filter(
    ({ name, server, ready }) =>
      server && ready && !planned.some(({ kubernetesName }) => kubernetesName === name),
  );
  if (left.length > 0) return [];
  return [
    {
      message: 'no server that is Ready would be left: the cluster would be gone',
      next: 'add a server first, and reimage it',
    },
  ];
}

/** One after the other, as they leave. A first look only: each is looked at again, live, before it does. */
function quorumRefusals(
  planned: readonly PlannedNode[],
  members: NonNullable<ClusterView['members']>,
): Refusal[] {
  let left = members;
  return planned.flatMap(({ hostname, member }): Refusal[] => {
    if (member === undefined) return [];
    const why = whyNotLeave(left, member);
    left = left.filter(({ id }) => id !== member);
    return why === undefined
      ? []
      : [{ node: hostname, message: why, next: 'bring the other servers back first' }];
  });
}

function nodeWarnings(leaving: LeavingNode, { machines, localData }: SiteFacts): string[] {
  const { name, hostname, file, kubernetes } = leaving;
  return [
    ...(file === undefined
      ? []
      : [
          `${hostname} is still in the inventory (${file}): pilotlight reimage ${name} brings it back, and --changed does`,
        ]),
    ...(answersItself(leaving, machines.get(hostname))
      ? [`${hostname} is not erased: its K3s is stopped for good, and the machine stays on`]
      : [`${hostname} must stay off: started again, its K3s joins the cluster anew`]),
    ...(localData?.get(kubernetes.name)?.pods ?? []),
  ];
}

function etcdWarnings(leaving: readonly string[], cluster: ClusterView | undefined): string[] {
  const voters = (cluster?.members ?? []).filter(({ learner }) => !learner);
  const left = voters.filter(({ id }) => !leaving.includes(id)).length;
  if (left === voters.length || left === 0 || left > 2) return [];
  return [
    left === 1
      ? 'etcd has one member then: the cluster ends with that machine'
      : 'etcd has 2 members then, and needs both: it stands no failure',
  ];
}
