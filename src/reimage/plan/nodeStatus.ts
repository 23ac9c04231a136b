import type { Node, Role } from '../../inventory/model/node.ts';
import type { Digest } from '../../shared/digest.ts';
import { type Drift, driftOf, runningK3s, seenNode, type Wanted, wantedDigest } from './drift.ts';
import type { SiteFacts } from './facts.ts';
import { goneNodes, goneWords, type KnownNodes } from './gone.ts';

/** The last time that a node was installed by a reimage. */
export interface LastReimage {
  readonly hostname: string;
  /** Id of the run. */
  readonly run: string;
  /** Seconds since 1970, when the node's last step ended. */
  readonly at: number;
  readonly outcome: 'done' | 'failed' | 'out' | 'removed';
  readonly release: Digest;
}

/** How one node is: for `pilotlight status`. What was not seen is undefined. */
export interface NodeStatus {
  readonly name: string;
  /** FQDN. */
  readonly hostname: string;
  readonly role: Role;
  /** Whether it answered over SSH, and why not. */
  readonly answers: boolean | undefined;
  readonly problem: string | undefined;
  /** The digest that it should report; undefined where the release does not have it. */
  readonly wanted: Digest | undefined;
  readonly running: Digest | undefined;
  /** The release that it was installed from, where it knows. */
  readonly release: Digest | undefined;
  readonly variant: string | undefined;
  readonly coreos: string | undefined;
  readonly k3s: string | undefined;
  /** Undefined where the cluster was not asked, or does not have it. */
  readonly ready: boolean | undefined;
  readonly cordoned: boolean | undefined;
  /** Of one that the cluster has and the inventory does not: `differs`. */
  readonly drift: Drift;
  /** Whether the inventory has it. */
  readonly inInventory: boolean;
  readonly lastReimage: LastReimage | undefined;
}

/**
 * How nodes are that the cluster has and the inventory does not. They are not asked over SSH: who they are is for somebody to say.
 */
export function goneStatus(
  site: KnownNodes,
  { cluster }: Pick<SiteFacts, 'cluster'>,
  history: readonly LastReimage[] = [],
): NodeStatus[] {
  return goneNodes(site, cluster).map((gone) => ({
    name: gone.name,
    hostname: gone.hostname,
    role: gone.role,
    answers: undefined,
    problem: undefined,
    wanted: undefined,
    running: undefined,
    release: undefined,
    variant: undefined,
    coreos: undefined,
    k3s: gone.kubernetes.version,
    ready: gone.kubernetes.ready,
    cordoned: gone.kubernetes.cordoned,
    drift: { state: 'differs', because: goneWords(gone) },
    inInventory: false,
    lastReimage: history.findLast(({ hostname }) => hostname === gone.hostname),
  }));
}

/**
 * How the nodes of a site are, in the order given.
 * @param history what reimages did, the oldest first
 */
export function nodeStatus(
  nodes: readonly Node[],
  wanted: Wanted,
  facts: SiteFacts,
  history: readonly LastReimage[] = [],
): NodeStatus[] {
  const last = new Map(history.map((entry) => [entry.hostname, entry]));
  return nodes.map(({ name, hostname, role }) => {
    const seen = seenNode(hostname, facts);
    const { machine, kubernetes } = seen;
    const record = wanted.released.get(hostname);
    const generation = machine?.generation;
    return {
      name,
      hostname,
      role,
      answers: machine?.answers,
      problem: machine?.problem,
      wanted: record === undefined ? undefined : wantedDigest(record, generation),
      running: generation?.digest,
      release: generation?.release,
      variant: generation?.variant,
      coreos: machine?.coreos,
      k3s: runningK3s(seen),
      ready: kubernetes?.ready,
      cordoned: kubernetes?.cordoned,
      drift: driftOf(hostname, wanted, facts),
      inInventory: true,
      lastReimage: last.get(hostname),
    };
  });
}
