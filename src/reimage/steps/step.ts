/**
 * The steps of one node, in order. Each may be done again with the same result, and says by its name what is true once it is done.
 * Source of the order: K3s (annotate, wait, delete, then reinstall and join through another server).
 */
export const steps = [
  /** The node may be taken out now: quorum, disk, power, release, gate. */
  'prove',
  /** No new pods come to it. */
  'cordon',
  /** Its pods are elsewhere. */
  'drain',
  /** etcd does not count it any more. Servers only. */
  'removeMember',
  /** The cluster has forgotten it: no Node object, no node password. */
  'deleteNode',
  /** The gate lets it install, once. */
  'arm',
  /** It restarts, and boots from the network once. */
  'netboot',
  /** It fetched its Ignition from the gate. */
  'install',
  /** Its new system runs from its disk. */
  'firstBoot',
  /** It told the gate that it is ready, which disarmed it. */
  'ready',
  /** It is what the plan says, by its own word and the cluster's. */
  'verify',
  /** Pods may come to it again. */
  'uncordon',
] as const;

export type Step = (typeof steps)[number];

/** From this step on a node is not what it was: only going on mends it. */
export const pointOfNoReturn: Step = 'removeMember';
