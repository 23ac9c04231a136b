import { Failure } from '../shared/failure.ts';

/**
 * A signal that is aborted when the runner cancels the job: it sends SIGINT, after 7.5 s SIGTERM, and ends the process 2.5 s later
 * (actions/runner, ProcessInvoker). From this call on the process does not end by itself on these signals.
 */
export function stopOnSignals(): AbortSignal {
  const stop = new AbortController();
  const cancelled = new Failure('world', 'the job was cancelled', {
    next: 'run it again: what was uploaded is not lost',
  });
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort(cancelled));
  return stop.signal;
}
