import type { Digest } from '../shared/digest.ts';

/** What makes the gate let a machine install, once. */
export interface ArmedRecord {
  /** FQDN. */
  readonly hostname: string;
  /** Of all links; the scripts ask under the first one. */
  readonly macs: readonly [string, ...string[]];
  readonly variant: string;
  readonly release: Digest;
  /** The node's digest: what the installed system has to report. */
  readonly digest: Digest;
  /** Path of the install script in the release. */
  readonly install: string;
  /** Seconds that it stays armed, counted by the router's uptime. */
  readonly seconds: number;
}

/** What the gate knows, as its files have it; `router/` reads the lines. */
export interface GateState {
  readonly uptime: number;
  readonly bootId: string;
  /** One text for each armed node. */
  readonly armed: readonly string[];
  /** The newest last. */
  readonly events: readonly string[];
  /** Machines that no node file names, one line each. */
  readonly discovered: readonly string[];
  /** SSH host keys that nodes told, the newest of each, one line each. */
  readonly hostKeys: readonly string[];
}

/** The gate of a router: who may be installed. Its state is in the router's memory and ends with it. */
export interface Gate {
  /** Arms a node: the Ignition configuration, with its secrets, goes straight to the router's memory. An earlier arm of the node ends. */
  arm(record: ArmedRecord, ignition: string): Promise<void>;
  /** Answers whether it was armed. */
  disarm(mac: string): Promise<boolean>;
  state(): Promise<GateState>;
}
