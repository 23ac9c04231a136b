/** Where a gate keeps its state. */
export interface GatePlace {
  /** A folder in memory, below one that only root writes. */
  readonly folder: string;
  /** Where the kernel tells uptime, boot and neighbours. */
  readonly proc: string;
}

/** On routers /tmp is in memory: a reboot disarms everything. */
export const gatePlace: GatePlace = { folder: '/tmp/pilotlight/gate', proc: '/proc' };

/** Names of the gate's program below `cgi-bin/`: the same text, which tells by its name what is asked. */
export const gateNames = ['boot', 'gate'] as const;
