/** Limits of time of a connection, in milliseconds. */
export interface SshLimits {
  /** From the start of a connection to a login. */
  readonly connectMilliseconds: number;
  /** Without a byte in either direction while a command runs: the connection counts as lost. A run may set its own. */
  readonly idleMilliseconds: number;
  /** Between two questions whether the other side is still there. */
  readonly keepaliveMilliseconds: number;
  /** Unanswered questions after which the connection counts as lost. */
  readonly keepaliveCount: number;
  /** For a command to end after it was aborted, before its connection is given up. */
  readonly abortMilliseconds: number;
}

/** What applies where nothing else is said. */
export const defaultLimits: SshLimits = {
  connectMilliseconds: 15_000,
  idleMilliseconds: 60_000,
  keepaliveMilliseconds: 15_000,
  keepaliveCount: 4,
  abortMilliseconds: 2_000,
};
