import type { RouterSurvey } from '../../ports/router.ts';
import type { Failure } from '../../shared/failure.ts';
import type { RouterPlan } from '../plan/routerPlan.ts';
import type { ProbeRequest, ProbeResult } from './probe/probe.ts';

/** What `router apply` is asked to do. */
export interface ApplyRequest {
  /** Packages of UCI that the survey reads: `dhcp`, `uhttpd`, `fstab`, `network`, … */
  readonly uciPackages: readonly string[];
  /** What is to be done on a router that says this of itself; called again when packages were installed. */
  planOf(survey: RouterSurvey): RouterPlan;
  /** The plan that somebody has seen and agreed to: another one is refused. Packages that get installed may add to it. */
  readonly agreed?: RouterPlan;
  /** Whether missing packages may be installed. */
  readonly installPackages: boolean;
  /** Seconds after which the router takes the change back, unless it was confirmed. */
  readonly timeoutSeconds: number;
  readonly probes: ProbeRequest;
  /**
   * Puts the gate and the iPXE binaries on the storage. Called when the configuration was applied, so that the storage is mounted, and
   * before anything is probed; not called when the plan has nothing to upload. When it fails, the change is taken back.
   */
  putFiles?(plan: RouterPlan): Promise<void>;
}

/** What became of a router's configuration. */
export interface ApplyOutcome {
  /** What was carried out, or was to be. */
  readonly plan: RouterPlan;
  /**
   * `unchanged`: there was nothing to do. `confirmed`: the router has the new configuration, read back and compared. `takenBack`: it has
   * the old one, read back and compared. `unknown`: it could not be read back.
   */
  readonly result: 'unchanged' | 'confirmed' | 'takenBack' | 'unknown';
  /** Packages that were installed. */
  readonly installed: readonly string[];
  readonly probes: readonly ProbeResult[];
  readonly warnings: readonly string[];
  /** Why it was not confirmed, in what state the router is, and what to do next. There for `takenBack` and `unknown`, and only there. */
  readonly failure?: Failure;
}

/** What `router rollback` is asked to do. */
export interface RollbackRequest {
  /** Packages of UCI that the survey reads. */
  readonly uciPackages: readonly string[];
  /** Seconds after which the router takes the rollback back, unless it was confirmed. */
  readonly timeoutSeconds: number;
}

/** What became of a rollback. */
export interface RollbackOutcome {
  /**
   * `reverted`: a change that nobody had confirmed was taken back. `restored`: what was before the last confirmed change is in place again.
   * The others are as those of {@link ApplyOutcome}.
   */
  readonly result: 'reverted' | 'restored' | 'takenBack' | 'unknown';
  /** The packages of UCI that it was about. */
  readonly packages: readonly string[];
  readonly probes: readonly ProbeResult[];
  readonly failure?: Failure;
}
