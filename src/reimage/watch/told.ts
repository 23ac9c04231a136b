/**
 * What a router told at one moment. The gate and the system's log may be asked apart: what was not asked is missing. Whoever asks maps
 * what the router's own modules read to these.
 */
export interface RouterTold extends Moment {
  /** Seconds of a clock of ours that only goes forward: it counts on while the router restarts. */
  readonly now: number;
  /** The gate's, the oldest first; those of this start of the router. */
  readonly events?: readonly ToldEvent[];
  readonly log?: ToldLog;
}

/** A moment by the router's own clock that no time server changes. */
export interface Moment {
  /** Another one with each start of the router. */
  readonly bootId: string;
  /** Seconds since it started. */
  readonly uptime: number;
}

/** Something that the gate noted. */
export interface ToldEvent {
  readonly uptime: number;
  /** The gate's own word: `first-boot`. */
  readonly kind: string;
  /** Lower case, with colons. */
  readonly mac: string;
  readonly text: string;
  /** What a node said of one of its units. */
  readonly report?: { readonly unit: string; readonly lines: readonly string[] };
}

/** What dnsmasq said, as far as it is about machines. */
export interface ToldLog {
  /** The router's clock in seconds, of whatever zone: the one that {@link ToldStep.uptime} was reckoned with. */
  readonly clock: number;
  readonly steps: readonly ToldStep[];
  readonly leases: readonly ToldLease[];
}

/** A line of the log. */
export interface ToldStep {
  /** `discover`, `noAddress`, `offer`, `file`, `fileMissing` or `fileBroken`; others say nothing here. */
  readonly kind: string;
  /** Reckoned from the clock, which may have jumped since. */
  readonly uptime: number;
  readonly mac: string;
  /** An address, or the name of a file. */
  readonly text: string;
}

/** An address that is given away. */
export interface ToldLease {
  /** Seconds by the router's clock; 0 for one that never ends. */
  readonly expiry: number;
  readonly mac: string;
  readonly address: string;
}
