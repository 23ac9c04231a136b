import type { Digest } from '../../shared/digest.ts';

/** What was seen of a site before anything is done: what a plan is made from. Nothing in it is a guess; what was not seen is undefined. */
export interface SiteFacts {
  /** The release that the router serves. */
  readonly release: Digest;
  /** The cluster; undefined where no server answered. */
  readonly cluster: ClusterView | undefined;
  /** By host name: what each node said over SSH. */
  readonly machines: ReadonlyMap<string, MachineView>;
  /** By host name: the power methods of a node, in its order, and whether each can be used now. */
  readonly power: ReadonlyMap<string, readonly PowerView[]>;
  /** By name of a Node: what of the cluster's data is on that node alone. Undefined where it was not looked for, or could not be. */
  readonly localData?: ReadonlyMap<string, LocalData>;
}

/** What is on the disks of one node and nowhere else, as far as the cluster knows. */
export interface LocalData {
  /** Volumes, in words: `the volume default/data (pvc-…, below /var/lib/rancher/k3s/storage/…)`. */
  readonly volumes: readonly string[];
  /** What pods keep in folders of the node, in words: pods come and go, so that nothing is decided by it. */
  readonly pods: readonly string[];
}

/** The cluster, as one of its servers told it. */
export interface ClusterView {
  /** FQDN of that server. */
  readonly toldBy: string;
  readonly nodes: readonly KubernetesNode[];
  /** Undefined where there is no embedded etcd. */
  readonly members: readonly EtcdMember[] | undefined;
  /** Why etcd itself could not be asked, in words: its members are then what K3s wrote on its Nodes, up to a minute ago. */
  readonly membersProblem?: string;
}

/** A Node object, as far as it matters here. */
export interface KubernetesNode {
  /** As Kubernetes knows it: short or fully qualified. */
  readonly name: string;
  readonly ready: boolean;
  readonly cordoned: boolean;
  /** Whether somebody deleted it, and a finalizer holds it. */
  readonly deleting: boolean;
  readonly server: boolean;
  /** `v1.35.2+k3s1` */
  readonly version: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly taints: readonly string[];
  /** Its addresses, by its own word. */
  readonly addresses?: readonly string[];
}

/** A member of etcd, by etcd's own word. */
export interface EtcdMember {
  /** Hexadecimal, as etcd prints it; its name where etcd itself could not be asked. */
  readonly id: string;
  /** K3s calls it `<node name>-<random>`. */
  readonly name: string;
  /** The node that it runs on; undefined where none of the cluster's has its name or address. */
  readonly node: string | undefined;
  readonly learner: boolean;
  readonly healthy: boolean;
}

/** A machine, as it answered over SSH. */
export interface MachineView {
  readonly answers: boolean;
  /** Why not, in words. */
  readonly problem?: string;
  /** What it says it was made from; undefined where it has no generation file. */
  readonly generation?: Generation;
  /** Its disks; undefined where they could not be listed. */
  readonly disks?: readonly MachineDisk[];
  /** MACs of its links, lower case with colons; those that a bond hides too. Undefined where it has no link of hardware. */
  readonly macs?: readonly string[];
  /** Another one with each start of its system: `0b6f3a51-…`. */
  readonly bootId?: string;
  /** The release of Fedora CoreOS that runs: `43.20251110.3.1`. */
  readonly coreos?: string;
  /** Undefined where it has no K3s. */
  readonly k3s?: MachineK3s;
}

/** K3s on a machine, by the machine's own word. */
export interface MachineK3s {
  /** `v1.35.2+k3s1`, of the program on its disk. */
  readonly version?: string;
  /** Whether systemd says that it runs, as a server or an agent. */
  readonly active: boolean;
}

/** /etc/pilotlight/generation.json of an installed node. */
export interface Generation {
  readonly site: string;
  readonly hostname: string;
  readonly variant: string;
  readonly digest: Digest;
  /** Undefined where it was installed without the gate. */
  readonly release?: Digest;
}

export interface MachineDisk {
  /** `/dev/nvme0n1` */
  readonly device: string;
  /** Every name below /dev/disk that leads to it: `/dev/disk/by-id/…`. */
  readonly links: readonly string[];
  readonly serial?: string;
  readonly wwn?: string;
  /** Bytes. */
  readonly size: number;
  /** Whether the running system's root is on it. */
  readonly root: boolean;
}

export interface PowerView {
  readonly method: string;
  readonly usable: boolean;
  /** What the probe found, in words. */
  readonly detail: string;
}
