import type { PowerControl } from '../../ports/power.ts';
import type { Digest } from '../../shared/digest.ts';
import type { ClusterView, MachineView } from '../plan/facts.ts';
import type { DrainChoices, PlannedNode } from '../plan/plan.ts';
import type { StepContext } from './site.ts';

/**
 * What the steps of a reimage reach the world with. Everything may throw ConnectionLost, after which the same is asked again, over a new
 * connection; Failures for all else.
 */
export interface SiteAccess {
  /** FQDNs of all servers that the site is to have. */
  readonly servers: readonly string[];
  readonly gate: GateAccess;
  readonly cluster: ClusterAccess;
  /** The release that the router serves now; undefined where it serves none. */
  release(signal?: AbortSignal): Promise<Digest | undefined>;
  /** What a machine says of itself now. */
  machine(node: PlannedNode, signal?: AbortSignal): Promise<MachineView>;
  /** Stops K3s on a machine that left its cluster: started anew, it would join again. For good where it is removed. */
  stopK3s(node: PlannedNode, signal?: AbortSignal): Promise<void>;
  /** All power methods of a node as one. Those that talk to a person do it by `tell`. */
  power(node: PlannedNode, tell: (message: string) => void): PowerControl;
  /** Why what was waited for at the gate may not have come, in words, by all that was seen; undefined where nothing tells. */
  likelyCause(node: PlannedNode, signal?: AbortSignal): Promise<string | undefined>;
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The router's gate, as far as one node is concerned. */
export interface GateAccess {
  story(node: PlannedNode, signal?: AbortSignal): Promise<GateStory>;
  /** Lets the node be installed, once, as the plan says. An earlier permission ends. */
  arm(node: PlannedNode, signal?: AbortSignal): Promise<void>;
  disarm(node: PlannedNode, signal?: AbortSignal): Promise<void>;
}

/** What the gate knows of a node. */
export interface GateStory {
  /** The permission that stands; undefined where none does. */
  readonly armed:
    | {
        readonly release: Digest;
        readonly digest: Digest;
        readonly progress: 'waiting' | 'asked' | 'fetched';
      }
    | undefined;
  /**
   * What happened since the node was armed last, the oldest first: the gate's words for it. Undefined where the gate knows of no arming: it
   * forgets all with a restart of the router.
   */
  readonly since: readonly GateMoment[] | undefined;
}

export interface GateMoment {
  readonly kind: string;
  /** What it is about, in words; may be empty. */
  readonly text: string;
}

/**
 * The cluster, through a server that is not the node which is worked on. Each asks etcd itself before it takes anything away, and is a Failure
 * of kind `refused` where that would cost quorum.
 */
export interface ClusterAccess {
  /** Undefined where no server answers. */
  read(except: PlannedNode, signal?: AbortSignal): Promise<ClusterView | undefined>;
  cordon(node: PlannedNode, work: ClusterWork): Promise<void>;
  drain(node: PlannedNode, choices: DrainChoices, work: ClusterWork): Promise<void>;
  removeMember(node: PlannedNode, work: ClusterWork): Promise<void>;
  deleteNode(node: PlannedNode, work: ClusterWork): Promise<void>;
  uncordon(node: PlannedNode, signal?: AbortSignal): Promise<void>;
  /** What of a node is not as it has to be, or not yet, in words. */
  faults(node: PlannedNode, signal?: AbortSignal): Promise<readonly string[]>;
}

/** What work on the cluster is carried out with: it is confirmed before each change. */
export type ClusterWork = Pick<StepContext, 'signal' | 'confirm' | 'tell'>;
