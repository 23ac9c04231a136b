import type { Node } from '../../inventory/model/node.ts';
import { proveDisk } from './disk.ts';
import type { KubernetesNode, LocalData, MachineView, SiteFacts } from './facts.ts';
import type { PlannedNode, Refusal } from './plan.ts';
import type { ReleasedNode } from './released.ts';
import type { ReimageRequest } from './request.ts';
import { sameHost } from './sameHost.ts';

/** One node of a plan, with what speaks against it. */
export interface NodeDraft {
  readonly planned: PlannedNode;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly string[];
}

/** Plans one node by what the inventory wants, what the release has, and what was seen. */
export function planNode(
  node: Node,
  record: ReleasedNode,
  facts: SiteFacts,
  request: ReimageRequest,
): NodeDraft {
  const machine = facts.machines.get(node.hostname);
  const kubernetes = facts.cluster?.nodes.find(({ name }) => sameHost(name, node.hostname));
  const proof = proveDisk(node, machine);
  const power = (facts.power.get(node.hostname) ?? []).filter(({ usable }) => usable);
  const variant = request.bootstrap ? 'bootstrap' : record.variants[0].variant;
  const wanted = record.variants.find((each) => each.variant === variant) ?? record.variants[0];
  const running = machine?.generation?.digest;
  const isNew = kubernetes === undefined && facts.cluster !== undefined && node.role !== 'none';
  const member = memberOf(facts, kubernetes);
  const local = kubernetes === undefined ? undefined : facts.localData?.get(kubernetes.name);
  const planned: PlannedNode = {
    name: node.name,
    hostname: node.hostname,
    role: node.role,
    variant: wanted.variant,
    ...(kubernetes === undefined ? {} : { kubernetesName: kubernetes.name }),
    ...(member === undefined ? {} : { member }),
    alive: machine?.answers === true,
    disk: proof.disk,
    keeps: keepsOf(node),
    loses: [
      `everything else on ${node.installDisk.device}`,
      ...wipedDisks(node),
      ...lostVolumes(node, local),
    ],
    power: power.map(({ method }) => method),
    ...(running === undefined ? {} : { running }),
    wanted: wanted.digest,
    because: request.nodes.get(node.hostname) ?? 'asked for',
  };
  return {
    planned,
    refusals: [
      ...proof.refusals,
      ...identityRefusals(node, machine),
      ...(isNew ? [] : aliveRefusals(node, machine, request)),
      ...powerRefusals(node, facts),
      ...clusterRefusals(node, kubernetes, facts, request),
    ],
    warnings: [
      ...proof.warnings,
      ...(isNew && machine?.answers !== true
        ? [`${node.hostname} is new and does not answer: ${node.installDisk.device} will be erased unseen`]
        : []),
      ...(local?.pods ?? []),
    ],
  };
}

/** Volumes on the node alone, unless they are on a disk that stays as it is. */
function lostVolumes({ extraDisks }: Node, local: LocalData | undefined): string[] {
  const kept = extraDisks.flatMap(({ wipe, mount }) => (wipe || mount === undefined ? [] : [mount]));
  return (local?.volumes ?? []).filter((words) => !kept.some((mount) => words.includes(`, in ${mount}/`)));
}

/** The etcd member of a node, by its id. */
function memberOf({ cluster }: SiteFacts, kubernetes: KubernetesNode | undefined): string | undefined {
  if (kubernetes === undefined) return undefined;
  return cluster?.members?.find(({ node }) => node === kubernetes.name)?.id;
}

function keepsOf({ installDisk, extraDisks }: Node): string[] {
  const partitions = installDisk.keepPartitions.map((each) =>
    'label' in each
      ? `the partition labelled ${each.label} of ${installDisk.device}`
      : `partition ${each.index} of ${installDisk.device}`,
  );
  const disks = extraDisks.filter(({ wipe }) => !wipe).map(({ device, label }) => `${device} (${label})`);
  return [...partitions, ...disks];
}

function wipedDisks({ extraDisks }: Node): string[] {
  return extraDisks.filter(({ wipe }) => wipe).map(({ device, label }) => `${device} (${label})`);
}

/** Another machine may answer at the node's address. */
function identityRefusals({ name, hostname, file, macs }: Node, machine: MachineView | undefined): Refusal[] {
  const { macs: seen, generation } = machine ?? {};
  if (seen !== undefined && !macs.some((mac) => seen.includes(mac))) {
    if (generation?.hostname === hostname)
      return [
        {
          node: hostname,
          message: `its old hardware still runs under its name: it has ${seen.join(', ')}, and the inventory says ${macs.join(' or ')}`,
          next: `pilotlight reimage --remove ${name} lets its pods leave; power it off for good, and say pilotlight reimage ${name} for the new one; where it is lost, --replace-dead`,
        },
      ];
    const message = `another machine answers at its address: it has ${seen.join(', ')}, and not ${macs.join(' or ')}`;
    return [
      { node: hostname, message, next: `mend macs or address in ${file}, or power the other machine off` },
    ];
  }
  if (generation !== undefined && generation.hostname !== hostname) {
    const message = `the machine that answers says that it is ${generation.hostname}`;
    return [{ node: hostname, message, next: `mend the address in ${file}` }];
  }
  return [];
}

function aliveRefusals(
  { hostname }: Node,
  machine: MachineView | undefined,
  request: ReimageRequest,
): Refusal[] {
  if (machine?.answers === true || request.replaceDead) return [];
  const why = machine?.problem === undefined ? '' : `: ${machine.problem}`;
  return [
    {
      node: hostname,
      message: `it does not answer${why}; neither its disk nor what it runs can be looked at`,
      next: 'start it, or say --replace-dead to install it all the same',
    },
  ];
}

function powerRefusals({ hostname, file }: Node, facts: SiteFacts): Refusal[] {
  const methods = facts.power.get(hostname) ?? [];
  if (methods.some(({ usable }) => usable)) return [];
  const tried = methods.map(({ method, detail }) => `${method}: ${detail}`).join('; ');
  return [
    {
      node: hostname,
      message: `nothing can make it boot from the network${tried === '' ? '' : ` (${tried})`}`,
      next: `add a method to power in ${file}, such as { method: manual }`,
    },
  ];
}

function clusterRefusals(
  { hostname, role }: Node,
  kubernetes: KubernetesNode | undefined,
  { cluster }: SiteFacts,
  { bootstrap }: ReimageRequest,
): Refusal[] {
  if (role === 'none' || bootstrap) return [];
  if (cluster === undefined) {
    return [
      {
        node: hostname,
        message: 'no server of the cluster answers, so there is nothing to join',
        next: 'start a server; where the cluster is lost, say --bootstrap with its first server',
      },
    ];
  }
  const others = cluster.nodes.filter(
    ({ server, ready, name }) => server && ready && !sameHost(name, hostname),
  );
  if (others.length === 0) {
    return [
      {
        node: hostname,
        message: 'no other server is Ready, so it would have nothing to join',
        next: 'mend or add a server first; a cluster of one server is founded anew with --bootstrap',
      },
    ];
  }
  if (kubernetes?.deleting === true) {
    return [
      {
        node: hostname,
        message: 'somebody deleted it from the cluster, and a finalizer holds it',
        next: `kubectl describe node ${kubernetes.name} tells which one`,
      },
    ];
  }
  return [];
}
