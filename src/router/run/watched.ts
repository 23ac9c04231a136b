import type { PendingChange } from '../../ports/router.ts';
import type { UciPackage } from '../uci/section.ts';
import type { ProbeRequest } from './probe/probe.ts';
import type { ApplyOutcome } from './request.ts';

/** A change that the router takes back by itself unless it is confirmed. */
export interface WatchedChange {
  /** The packages that change, as they are, and as they have to be. */
  readonly before: readonly UciPackage[];
  readonly after: readonly UciPackage[];
  readonly timeoutSeconds: number;
  /** Carries it out. */
  begin(): Promise<PendingChange>;
  /** What belongs to it and is done before anything is probed. */
  work(): Promise<unknown>;
  /** Undefined where only the connection and the configuration count. */
  readonly probes: ProbeRequest | undefined;
}

/** What became of it. */
export type WatchedOutcome = Pick<ApplyOutcome, 'probes' | 'failure'> & {
  readonly result: 'confirmed' | 'takenBack' | 'unknown';
};
