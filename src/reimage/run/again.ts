import { ConnectionLost } from '../../ports/remoteShell.ts';
import type { RunnerTools } from './tools.ts';

/** Seconds before something is tried again; the last one from then on. */
const pauses = [1, 2, 4, 8, 10];

/**
 * Does something again, later each time, while it fails in a way that may pass.
 *
 * @param mayPass whether an error may; a broken connection always may
 * @param tries how often at most; else until the signal comes
 */
export async function again<T>(
  { wait }: Pick<RunnerTools, 'wait'>,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
  { mayPass = () => false, tries = Number.POSITIVE_INFINITY }: Retries = {},
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted === true || tried >= tries) throw error;
      if (!(error instanceof ConnectionLost || mayPass(error))) throw error;
      await wait((pauses[Math.min(tried, pauses.length) - 1] ?? 1) * 1000, signal);
    }
  }
}

export interface Retries {
  readonly mayPass?: (error: unknown) => boolean;
  readonly tries?: number;
}
