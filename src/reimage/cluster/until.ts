import type { Failure } from '../../shared/failure.ts';
import { ApiUnavailable } from './api/apiUnavailable.ts';
import type { ClusterTools, OnWaiting } from './tools.ts';

/** How long something is waited for. */
export interface Limit {
  readonly seconds: number;
  /** Seconds between two looks. */
  readonly every: number;
}

/** What a look found: what was waited for, or what is still missing, in words. */
export type Look<T> = { readonly done: T } | { readonly missing: string };

/**
 * Looks again and again until what is waited for is there. An API server that does not answer is waited for, too. The last look is taken when
 * the time is up; then it throws what `late` makes of what is still missing.
 */
export async function until<T>(
  tools: ClusterTools,
  limit: Limit,
  look: () => Promise<Look<T>>,
  late: (missing: string) => Failure | Promise<Failure>,
  onWaiting?: OnWaiting,
): Promise<T> {
  const end = tools.now() + limit.seconds * 1000;
  for (;;) {
    const found = await patiently(look);
    if ('done' in found) return found.done;
    onWaiting?.(found.missing);
    const left = end - tools.now();
    if (left <= 0) throw await late(found.missing);
    await tools.wait(Math.min(limit.every * 1000, left), tools.signal);
  }
}

async function patiently<T>(look: () => Promise<Look<T>>): Promise<Look<T>> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof ApiUnavailable) return { missing: error.message };
    throw error;
  }
}
