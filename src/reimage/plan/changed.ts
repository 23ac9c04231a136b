import { driftOf, type Wanted } from './drift.ts';
import type { SiteFacts } from './facts.ts';

/** What `--changed` finds. */
export interface ChangedNodes {
  /** Host names of nodes that differ from the release, each with why: what a request asks for. */
  readonly changed: ReadonlyMap<string, string>;
  /** Those of which it cannot be told, each with why: they are left alone, and named to whoever asks. */
  readonly unknown: ReadonlyMap<string, string>;
}

/** Finds the nodes of a site that differ from the release, in the order given. */
export function changedNodes(hostnames: readonly string[], wanted: Wanted, facts: SiteFacts): ChangedNodes {
  const changed = new Map<string, string>();
  const unknown = new Map<string, string>();
  for (const hostname of hostnames) {
    const drift = driftOf(hostname, wanted, facts);
    if (drift.state === 'differs') changed.set(hostname, drift.because);
    if (drift.state === 'unknown') unknown.set(hostname, drift.because);
  }
  return { changed, unknown };
}
