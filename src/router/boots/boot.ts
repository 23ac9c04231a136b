/** What a machine that boots over the network does, in the order in which it does it. `refused` and `failed` are said where they happen. */
export const bootStepKinds = [
  /** It asked for an address. */
  'discover',
  /** It asked for an address, and dnsmasq gave none. */
  'noAddress',
  /** It was offered an address. */
  'offer',
  /** It asked TFTP for a file that is not there. */
  'fileMissing',
  /** A file came in part. */
  'fileBroken',
  /** Its firmware loaded a file. */
  'file',
  /** iPXE asked the gate, which let it boot its own disk. */
  'asked',
  /** The gate gave it the script that installs. */
  'script',
  /** The gate gave it its Ignition configuration. */
  'ignition',
  /** What was installed started. */
  'firstBoot',
  /** It said that it works, and was not installed since it was armed. */
  'early',
  /** It said that it was installed with something else than it was armed for. */
  'wrongGeneration',
  'ready',
  'failed',
  'refused',
] as const;

export type BootStepKind = (typeof bootStepKinds)[number];

/** One thing that a machine did, or that was done for it. */
export interface BootStep {
  readonly kind: BootStepKind;
  /** Seconds since the router started. */
  readonly uptime: number;
  /** An address, the name of a file, or what the machine or the gate said; empty where nothing is to be added. */
  readonly text: string;
}

/** A step with the machine that it is of. */
export interface MachineStep extends BootStep {
  /** `98:fa:9b:1c:2d:01` */
  readonly mac: string;
}

/**
 * How a boot ended. `installed`: the machine says that it works. `ownDisk`: it was not armed, as it should be. `underWay`: it goes on, as far
 * as can be told. `stuck`: something keeps it from going on. `unseen`: nothing is known of it.
 */
export type BootOutcome = 'installed' | 'ownDisk' | 'underWay' | 'stuck' | 'unseen';

/** Why a boot went as it did. */
export interface BootVerdict {
  readonly outcome: BootOutcome;
  /** One sentence without a stop. */
  readonly message: string;
  /** What to look at; undefined where nothing is to be done. */
  readonly next: string | undefined;
}

/** The last boot of a machine, as far as the router noticed it. */
export interface MachineBoot extends BootVerdict {
  /** FQDN; undefined for a machine that no node file names. */
  readonly hostname: string | undefined;
  /** The first one of a node. */
  readonly mac: string;
  /** Seconds since its last step; undefined where there is none. */
  readonly secondsAgo: number | undefined;
  /** The oldest first. */
  readonly steps: readonly BootStep[];
}
