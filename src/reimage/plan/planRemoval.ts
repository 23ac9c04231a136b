import type { Site } from '../../inventory/model/site.ts';
import { etcdDoubts } from './etcdDoubts.ts';
import type { ClusterView, MachineView, SiteFacts } from './facts.ts';
import type { GoneNode } from './gone.ts';
import { namesakeRefusals } from './namesakes.ts';
import { orphanWords } from './orphans.ts';
import { outRefusals } from './outRefusals.ts';
import type { PlannedNode, PlannedRemoval, Refusal, ReimagePlan } from './plan.ts';
import { forecastQuorum, whyNotLeave } from './quorum.ts';
import type { ReimageRequest } from './request.ts';
import { sameHost } from './sameHost.ts';
import { isServing } from './serving.ts';

/** A node that is to leave the cluster for good. */
export interface LeavingNode extends GoneNode {
  readonly removal: PlannedRemoval;
  /** Its file, where the inventory still has it. */
  readonly file?: string;
}

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

function planLeaving(
  { name, hostname, role, kubernetes, removal }: LeavingNode,
  facts: SiteFacts,
): PlannedNode {
  const machine = facts.machines.get(hostname);
  const member = facts.cluster?.members?.find(({ node }) => node === kubernetes.name)?.id;
  const running = machine?.generation?.digest;
  return {
    name,
    hostname,
    role,
    variant: role === 'server' ? 'join' : 'agent',
    kubernetesName: kubernetes.name,
    ...(member === undefined ? {} : { member }),
    alive: machine?.answers === true,
    removal,
    keeps: ['all that is on its disks'],
    loses: [...(facts.localData?.get(kubernetes.name)?.volumes ?? [])],
    power: [],
    ...(running === undefined ? {} : { running }),
    because: 'it is to be removed',
  };
}

/** K3s on a machine that runs, and that nobody can stop, registers it anew as soon as its Node is deleted. */
function aliveRefusals(
  leaving: LeavingNode,
  { machines }: SiteFacts,
  { replaceDead }: RemovalInput['request'],
): Refusal[] {
  const { hostname, kubernetes } = leaving;
  const machine = machines.get(hostname);
  const { generation } = machine ?? {};
  if (generation !== undefined && !sameHost(generation.hostname, kubernetes.name))
    return [
      {
        node: hostname,
        message: `the machine that answers at its address says that it is ${generation.hostname}`,
        next: 'see which machine that is, and power it off or give it its own address',
      },
    ];
  if (machine?.answers === true) return isSurely(leaving, machine) ? [] : [strangerRefusal(leaving, machine)];
  const why = machine?.problem === undefined ? '' : `: ${machine.problem}`;
  if (kubernetes.ready)
    return [
      {
        node: hostname,
        message: `it is Ready, and nobody can log in to it${why}; its K3s cannot be stopped, and would join again at once`,
        next: 'power it off, and say --replace-dead once it is not Ready; or see that it can be logged in to (--known-hosts)',
      },
    ];
  if (replaceDead) return [];
  return [
    {
      node: hostname,
      message: `it does not answer${why}; K3s on it cannot be stopped, and joins again when it comes back`,
      next: 'see that it stays off, then say --replace-dead to remove it all the same',
    },
  ];
}

/**
 * Whether what answers is the machine that is meant, so that its K3s may be stopped: by its own word, by its MAC, or by the address that it
 * tells the cluster now. One without K3s has nothing to stop.
 */
function isSurely({ kubernetes, removal }: LeavingNode, { generation, macs, k3s }: MachineView): boolean {
  if (generation !== undefined || k3s === undefined) return true;
  if (macs?.some((mac) => removal.macs.includes(mac)) === true) return true;
  const { address } = removal;
  return kubernetes.ready && address !== undefined && kubernetes.addresses?.includes(address) === true;
}

function strangerRefusal({ hostname, removal }: LeavingNode, { macs = [] }: MachineView): Refusal {
  const seen = macs.length === 0 ? '' : ` (${macs.join(', ')})`;
  return {
    node: hostname,
    message: `a machine with K3s${seen} answers at ${removal.address ?? 'its address'}, and nothing tells that it is the one that is meant`,
    next: 'see which machine that is: another one may have its address now. Power it off where it is this one, and say --replace-dead',
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

function nodeWarnings(
  { name, hostname, file, kubernetes }: LeavingNode,
  { machines, localData }: SiteFacts,
): string[] {
  return [
    ...(file === undefined
      ? []
      : [
          `${hostname} is still in the inventory (${file}): pilotlight reimage ${name} brings it back, and --changed does`,
        ]),
    ...(machines.get(hostname)?.answers === true
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
