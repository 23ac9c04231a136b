import type { Digest } from '../../shared/digest.ts';

/** What a reimage will do, in order; plain data: printed, approved in a workflow, and carried out as it stands. */
export interface ReimagePlan {
  readonly schemaVersion: 1;
  readonly site: string;
  /** The release that nodes are installed with. */
  readonly release: Digest;
  /**
   * How its nodes were chosen: an approved plan is made anew in the same way. Two plans are the same whatever they say here, since what they
   * come to is in their nodes. Undefined in plans of earlier versions.
   */
  readonly chosen?: NodesChosen;
  /** In the order in which they start. Servers go one at a time; agents between them, several at a time. */
  readonly nodes: readonly PlannedNode[];
  /** Undefined where nothing is known of etcd. */
  readonly quorum?: QuorumForecast;
  /** How many agents may be out at a time. */
  readonly agentsAtATime: number;
  readonly drain: DrainChoices;
  /** Why it may not be done at all: empty, or nothing is. */
  readonly refusals: readonly Refusal[];
  /** What somebody should know before saying yes. */
  readonly warnings: readonly string[];
}

/** `names`: each was named; `changed`: they were found to differ; `all`: the inventory's; `removal`: each was named, to leave for good. */
export type NodesChosen = 'names' | 'changed' | 'all' | 'removal';

export interface PlannedNode {
  /** Name of the node file without `.yaml`. */
  readonly name: string;
  /** FQDN. */
  readonly hostname: string;
  readonly role: 'server' | 'agent' | 'none';
  readonly variant: 'bootstrap' | 'join' | 'agent' | 'none';
  /** Name of its Node object; undefined where the cluster has none of it. */
  readonly kubernetesName?: string;
  /** Id of its etcd member; undefined where it has none. */
  readonly member?: string;
  /** Whether it answered over SSH. A node that does not is replaced: it is neither asked nor drained with certainty. */
  readonly alive: boolean;
  /** That it leaves the cluster for good. Nothing of it is erased, armed or installed; undefined for what is installed anew. */
  readonly removal?: PlannedRemoval;
  /** What is erased; undefined for a node that is removed. */
  readonly disk?: PlannedDisk;
  /** What of its data is kept, and what is lost, in words. */
  readonly keeps: readonly string[];
  readonly loses: readonly string[];
  /** Power methods that can be used, in order. */
  readonly power: readonly string[];
  /** What it runs, and what it will. */
  readonly running?: Digest;
  /** Undefined for a node that is removed. */
  readonly wanted?: Digest;
  /** Why it is in the plan, in words. */
  readonly because: string;
}

/** Where a node is found that the inventory may not have any more. */
export interface PlannedRemoval {
  /** An IPv4 address; undefined where none is known. */
  readonly address?: string;
  /** Lower case, with colons; none where no release has it. */
  readonly macs: readonly string[];
}

export interface PlannedDisk {
  /** As the inventory names it. */
  readonly device: string;
  readonly serial?: string;
  readonly wwn?: string;
  /** `seen`: the machine has that disk. `unseen`: it could not be asked. */
  readonly proof: 'seen' | 'unseen';
}

export interface QuorumForecast {
  /** Members that vote now, and those of them that are healthy. */
  readonly voters: number;
  readonly healthy: number;
  /** Healthy voters that the cluster needs to go on. */
  readonly needed: number;
  /** The fewest healthy voters while the plan is carried out. */
  readonly lowest: number;
}

/** How pods leave a node. */
export interface DrainChoices {
  /** Whether pods with emptyDir volumes may go: what is in those is lost. */
  readonly deleteEmptyDirData: boolean;
  /** Whether pods that no controller brings back may go. */
  readonly force: boolean;
  readonly timeoutSeconds: number;
}

export interface Refusal {
  /** Host name; undefined where it is about the site. */
  readonly node?: string;
  readonly message: string;
  /** What somebody may do about it. */
  readonly next: string;
}
