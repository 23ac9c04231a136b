import type { Digest } from '../../shared/digest.ts';
import type { K3sChange } from './k3sChange.ts';

/** What becoming the next release means, node by node. Plain data: printed, stored in an artifact, carried out by deploy and reimage. */
export interface ReleasePlan {
  readonly schemaVersion: 1;
  /** The release that is there now; undefined when there is none. */
  readonly from?: Digest;
  readonly to: Digest;
  /** By host name. */
  readonly nodes: readonly NodePlan[];
  /** What changes beside the nodes: boot.ipxe, the router's URL, the K3s version, … */
  readonly site: readonly Reason[];
  /** Another version of K3s; undefined where it stays, or where there was or will be no cluster. */
  readonly k3s?: K3sChange;
  readonly counts: Readonly<Record<NodeChange, number>>;
}

/**
 * What happens to a node:
 * - `unchanged`: what is installed is what the release would install
 * - `reimage`: it has to be installed again, and only the system is lost
 * - `dataAtRisk`: it has to be installed again, and data that the last installation left alone would be lost
 * - `added`, `removed`: the node is new, or no longer in the inventory
 */
export type NodeChange = 'unchanged' | 'reimage' | 'dataAtRisk' | 'added' | 'removed';

/** All changes, the most serious first. */
export const nodeChanges: readonly NodeChange[] = ['dataAtRisk', 'reimage', 'added', 'removed', 'unchanged'];

export interface NodePlan {
  readonly hostname: string;
  /** Name of the node file without `.yaml`. */
  readonly name: string;
  readonly role: string;
  /** An IPv4 address, or `dhcp`. */
  readonly address: string;
  readonly change: NodeChange;
  /** Digest of what a reimage would have installed before. */
  readonly before?: Digest;
  /** Digest of what a reimage installs now. */
  readonly after?: Digest;
  /** Whether a MAC or the install disk changed: another machine goes by the old name. */
  readonly newHardware: boolean;
  /** What changed, in words. */
  readonly reasons: readonly Reason[];
  /** What data a reimage would lose, in words: not empty exactly when the change is `dataAtRisk`. */
  readonly risks: readonly string[];
  /** Unified diff of config.bu, without file headers; undefined where it is equal or was not asked for. */
  readonly diff?: string;
}

/** One change in words. */
export interface Reason {
  /** What kind of thing changed. */
  readonly about: ReasonKind;
  /** `file /etc/rancher/k3s/config.yaml: contents`, `kernel arguments: +quiet -rhgb` */
  readonly text: string;
}

export type ReasonKind =
  | 'address'
  | 'bootScript'
  | 'cluster'
  | 'configuration'
  | 'coreos'
  | 'disk'
  | 'installScript'
  | 'kernelArguments'
  | 'mac'
  | 'name'
  | 'role'
  | 'router'
  | 'siteFile'
  | 'variant';
