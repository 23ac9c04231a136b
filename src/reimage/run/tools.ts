import type { StepLimits } from '../steps/limits.ts';
import type { ReimageRun } from '../steps/run.ts';
import type { OnReimageProgress } from './progress.ts';
import type { ReimageSite } from './site.ts';

/** What a run works with. */
export interface RunnerTools {
  readonly site: ReimageSite;
  /**
   * Writes the run down, before anything that it says is done, and from time to time, so that others see that somebody is at it. Throws where
   * it cannot: then nothing else is begun.
   */
  keep(run: ReimageRun): Promise<void>;
  /** Asks the run to stop. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<StepLimits>;
  readonly onProgress?: OnReimageProgress;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Seconds since 1970. */
  clock(): number;
  /** Waits; throws what the signal says when that comes first. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
