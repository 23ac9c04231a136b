import type { ReimageRun, RunEvent } from '../steps/run.ts';
import type { RunEnd } from './end.ts';
import { Runner } from './runner.ts';
import type { RunnerTools } from './tools.ts';

export type { RunEnd } from './end.ts';

/**
 * Carries a run on from where it is until it is done, stopped or aborted. Each thing that happens is written down before anything follows
 * from it, so a process that is killed at any moment leaves a run that the next one can go on with.
 *
 * Throws only where the run could not be written down any more: then everything under way was ended, and the Failure says so.
 *
 * @param first `start` for a new run, else `resume` or `abort`
 */
export async function runReimage(run: ReimageRun, first: RunEvent, tools: RunnerTools): Promise<RunEnd> {
  const runner = new Runner(run, tools);
  const stop = (): void => runner.hear({ kind: 'stop' });
  tools.signal?.addEventListener('abort', stop, { once: true });
  runner.hear(first);
  if (tools.signal?.aborted === true) stop();
  try {
    return await runner.toEnd();
  } finally {
    tools.signal?.removeEventListener('abort', stop);
  }
}
