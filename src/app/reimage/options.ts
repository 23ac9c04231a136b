import type { KubeconfigChoice } from '../../ports/kubectl.ts';
import type { ReimagePlan } from '../../reimage/plan/plan.ts';
import type { OnReimageProgress } from '../../reimage/run/progress.ts';
import type { ReimageReport } from '../../report/reimageReport.ts';
import type { StorageHooks, StorageOptions } from '../storage/options.ts';

/** Which nodes: those of some names, those that differ from the release, or all. */
export type NodeChoice = readonly string[] | 'changed' | 'all';

/** How nodes and their secrets are got at. */
export interface NodeOptions extends StorageOptions {
  /** A file with values of secrets, beside the environment. */
  readonly secrets?: string | undefined;
  /** Host keys of nodes, in the format of `known_hosts`: beside those that the gate heard. */
  readonly knownHosts?: string | undefined;
  /** The cluster is asked with a kubeconfig of this machine; over SSH on its servers where this is left out. */
  readonly kubeconfig?: KubeconfigChoice | undefined;
  /** Whether nodes are reached through the router, which is the only one that can be. */
  readonly jumpRouter?: boolean | undefined;
}

/** What a reimage is asked for, and how it is to go about it. */
export interface ReimageOptions extends NodeOptions {
  readonly nodes: NodeChoice;
  /** Whether the nodes, each named, leave the cluster for good in place of being installed anew. */
  readonly remove?: boolean;
  readonly planOnly: boolean;
  /** A plan that was made earlier: it is carried out, or nothing is. */
  readonly expected?: ((site: string) => ReimagePlan) | undefined;
  readonly bootstrap: boolean;
  readonly replaceDead: boolean;
  readonly deleteEmptyDirData: boolean;
  /** Whether pods that no controller brings back may go. */
  readonly force: boolean;
  readonly drainSeconds: number;
  readonly agentsAtATime: number;
  /** Seconds for which each node is armed. */
  readonly armSeconds: number;
}

/** How a run that is there is gone on with. */
export interface ContinueOptions extends NodeOptions {
  readonly armSeconds: number;
}

export interface ReimageHooks extends StorageHooks {
  /** The plan, before it is carried out. */
  readonly onPlan?: (report: ReimageReport) => void;
  /** Asks for leave to carry a plan out; without it there is leave. */
  readonly confirm?: (report: ReimageReport) => Promise<boolean>;
  readonly onProgress?: OnReimageProgress;
  /** A power method talks to a person. */
  readonly onWord?: (message: string) => void;
}
