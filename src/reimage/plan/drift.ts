import type { Digest } from '../../shared/digest.ts';
import type { Generation, KubernetesNode, MachineView, SiteFacts } from './facts.ts';
import { changedHardware, otherHardware } from './hardware.ts';
import type { ReleasedNode } from './released.ts';
import { sameHost } from './sameHost.ts';

/** What the nodes of a site are compared with. */
export interface Wanted {
  /** What the release that the router serves has for each node, by host name. */
  readonly released: ReadonlyMap<string, ReleasedNode>;
  /** Its cluster; undefined where the site has none. */
  readonly cluster: WantedCluster | undefined;
  /** What the release before it had for each node: tells of new hardware under an old name that does not answer. */
  readonly before?: ReadonlyMap<string, ReleasedNode>;
}

export interface WantedCluster {
  /** `v1.35.2+k3s1` */
  readonly version: string;
  /** What another version means for nodes that run: with `inPlace` something else brings it to them. */
  readonly upgrade: 'reimage' | 'inPlace';
}

/**
 * Whether a node is what the release says. `differs`: installing it again changes something. `unknown`: it cannot be told, so nobody should
 * install it on that ground.
 */
export type Drift =
  | { readonly state: 'same' }
  | { readonly state: 'differs' | 'unknown'; readonly because: string };

/** What a node was seen to be. */
export interface SeenNode {
  readonly machine: MachineView | undefined;
  readonly kubernetes: KubernetesNode | undefined;
}

/** What was seen of a node. */
export function seenNode(hostname: string, { machines, cluster }: SiteFacts): SeenNode {
  return {
    machine: machines.get(hostname),
    kubernetes: cluster?.nodes.find(({ name }) => sameHost(name, hostname)),
  };
}

/** The digest that a node should report: of the variant that it was installed as, where the release still has that. */
export function wantedDigest(record: ReleasedNode, generation: Generation | undefined): Digest {
  const [usual] = record.variants;
  const same = record.variants.find(({ variant }) => variant === generation?.variant);
  return (same ?? usual).digest;
}

/** The version of K3s that a node runs: what the cluster says, which a program on its disk may not be yet. */
export function runningK3s({ machine, kubernetes }: SeenNode): string | undefined {
  return kubernetes?.version ?? machine?.k3s?.version;
}

/**
 * Compares a node with the release, by its own word and the cluster's. The version of K3s is no part of its generation, and neither is that of
 * Fedora CoreOS where it updates itself: the first one is compared by itself, the second one is no reason to install anything.
 */
export function driftOf(hostname: string, wanted: Wanted, facts: SiteFacts): Drift {
  const record = wanted.released.get(hostname);
  if (record === undefined)
    return { state: 'unknown', because: 'the release that the router serves does not have it' };
  const seen = seenNode(hostname, facts);
  const { machine, kubernetes } = seen;
  const generation = machine?.generation;
  if (generation !== undefined && generation.hostname !== hostname)
    return { state: 'unknown', because: `the machine at its address says that it is ${generation.hostname}` };
  const hardware = hardwareReason(hostname, record, wanted, machine);
  if (hardware !== undefined) return { state: 'differs', because: hardware };
  if (generation !== undefined && generation.digest !== wantedDigest(record, generation))
    return { state: 'differs', because: generationReason(record, generation) };
  const k3s = k3sReason(seen, wanted.cluster);
  if (k3s !== undefined) return { state: 'differs', because: k3s };
  if (generation !== undefined) return { state: 'same' };
  if (isNew(record, facts, kubernetes))
    return { state: 'differs', because: 'the cluster does not have it, and it does not say what it runs' };
  return { state: 'unknown', because: unknownReason(machine) };
}

/** A machine that says who it is tells of its hardware; one that is silent may be the new one, which has nothing to say yet. */
function hardwareReason(
  hostname: string,
  { hardware }: ReleasedNode,
  { before }: Wanted,
  machine: MachineView | undefined,
): string | undefined {
  if (hardware === undefined) return undefined;
  if (machine?.generation !== undefined) return otherHardware(hardware, machine);
  const earlier = before?.get(hostname)?.hardware;
  if (machine?.answers === true || earlier === undefined) return undefined;
  return changedHardware(earlier, hardware);
}

function generationReason({ variants }: ReleasedNode, { variant }: Generation): string {
  return variants.some((each) => each.variant === variant)
    ? 'it runs another generation'
    : `it was installed as ${variant}, which the release does not have for it`;
}

function k3sReason(seen: SeenNode, cluster: WantedCluster | undefined): string | undefined {
  const running = runningK3s(seen);
  if (cluster?.upgrade !== 'reimage' || running === undefined || running === cluster.version)
    return undefined;
  return `it runs K3s ${running}, and not ${cluster.version}`;
}

/** A machine that the cluster does not have, and that says nothing of itself, is one that was added. */
function isNew(
  { variants: [{ variant }] }: ReleasedNode,
  { cluster }: SiteFacts,
  kubernetes: KubernetesNode | undefined,
): boolean {
  return variant !== 'none' && cluster !== undefined && kubernetes === undefined;
}

function unknownReason(machine: MachineView | undefined): string {
  if (machine === undefined) return 'it was not asked';
  if (!machine.answers)
    return `it does not answer${machine.problem === undefined ? '' : `: ${machine.problem}`}`;
  return 'it does not say what it was made from: it has no generation file of Pilotlight';
}
