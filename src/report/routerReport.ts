import type { RouterPlan } from '../router/plan/routerPlan.ts';
import type { ProbeResult } from '../router/run/probe/probe.ts';
import type { Failure } from '../shared/failure.ts';

/** What `router apply` would do to a site's router, and what became of it. */
export interface RouterReport {
  readonly site: string;
  readonly plan: RouterPlan;
  /** Undefined while nothing was carried out. */
  readonly outcome: RouterOutcome | undefined;
}

/** What became of a router's configuration. */
export interface RouterOutcome {
  readonly result: 'unchanged' | 'confirmed' | 'takenBack' | 'unknown';
  /** Packages that were installed. */
  readonly installed: readonly string[];
  readonly probes: readonly ProbeResult[];
  readonly warnings: readonly string[];
  /** Why it was not confirmed. */
  readonly failure?: Failure;
}
