import type { Http } from '../../ports/http.ts';
import type { RouterSystem } from '../../ports/router.ts';
import type { Tftp } from '../../ports/tftp.ts';

/** What every run on a router works with: the router, and what of the world it may use. */
export interface RouterTools {
  readonly router: RouterSystem;
  readonly http: Http;
  readonly tftp: Tftp;
  /** Ends the run: what is not confirmed then is taken back. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RouterEvent) => void;
  /** Milliseconds from any start, that only grow. */
  now(): number;
  /** Waits; throws what the signal says when that comes first. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The parts of a run, in order, as a person sees them. */
export type RouterStage =
  | 'read'
  | 'packages'
  | 'apply'
  | 'files'
  | 'connect'
  | 'probe'
  | 'confirm'
  | 'revert'
  | 'verify';

/** What a run tells while it goes on. */
export interface RouterEvent {
  readonly stage: RouterStage;
  /** What it is about, in words. */
  readonly subject: string;
}
