/** What can be seen of a machine that is installed over the network, about in the order in which it happens. */
export const sightingKinds = [
  /** It asked for an address. */
  'discover',
  /** dnsmasq gave it none. */
  'noAddress',
  /** It was offered one. */
  'offer',
  /** It has one from now on, or longer than before. */
  'lease',
  /** It asked TFTP for a file that is not there. */
  'fileMissing',
  /** A file came in part. */
  'fileBroken',
  /** Its firmware loaded a file by TFTP. */
  'file',
  /** The gate does not know it. */
  'discovered',
  /** The gate let it boot its own disk. */
  'asked',
  /** The gate gave it the script that installs. */
  'script',
  /** The gate gave it its Ignition. */
  'ignition',
  /** What was installed started. */
  'firstBoot',
  /** One of its units failed. */
  'failed',
  /** It told that it is what it was armed for. */
  'ready',
  /** What was installed before told that it is ready. */
  'early',
  /** It told that it is something else than it was armed for. */
  'wrongGeneration',
  /** The gate refused a request. */
  'refused',
  /** It told another SSH host key than before. */
  'hostKey',
  /** Somebody armed it again. */
  'armed',
  /** Somebody disarmed it. */
  'disarmed',
  /** Its arming was over. */
  'expired',
  /** The router started anew: it has forgotten who is armed, and what it had heard. */
  'routerRestarted',
] as const;

export type SightingKind = (typeof sightingKinds)[number];

/** One thing that was seen of a node. */
export interface Sighting {
  readonly kind: SightingKind;
  /** Since the node was restarted; the router's own restart may make it a guess. */
  readonly seconds: number;
  /** An address, the name of a file, or what the gate said; printable, may be empty. */
  readonly text: string;
  /** Of `failed`. */
  readonly unit?: string;
  /** Of `failed`: the last lines of the unit's journal. */
  readonly lines?: readonly string[];
}
