import { DownloadError } from '../ports/downloads.ts';

/** Seconds to wait after the first, second, … time in a row that nothing came. */
const pauses = [1, 2, 4, 8] as const;

/** What waiting needs. */
export interface Patience {
  /** Ends early, and throws an AbortError, when the signal is aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does something until it works, with pauses that grow, as long as what goes wrong may pass. `attempt` answers for itself whether it got
 * further than the time before: then the pauses begin anew.
 */
export async function retrying<T>(
  attempt: (progressed: () => void) => Promise<T>,
  { wait, signal }: Patience,
): Promise<T> {
  for (let failed = 0; ; failed++) {
    try {
      return await attempt(() => {
        failed = 0;
      });
    } catch (error) {
      const pause = pauses[failed];
      if (!(error instanceof DownloadError) || !error.passing || pause === undefined) throw error;
      await wait(pause * 1000, signal);
    }
  }
}
