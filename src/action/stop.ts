import { Failure } from '../shared/failure.ts';

/**
 * Makes a signal, when it is first asked for, that is aborted when the runner cancels the job: it sends SIGINT, after 7.5 s SIGTERM, and
 * ends the process 2.5 s later (actions/runner, ProcessInvoker). From then on the process does not end by itself on these signals.
 *
 * @param next what to do after that: one sentence
 */
export function stoppable(next: string): () => AbortSignal {
  let stop: AbortController | undefined;
  return () => {
    stop ??= stopOnSignals(next);
    return stop.signal;
  };
}

function stopOnSignals(next: string): AbortController {
  const stop = new AbortController();
  const cancelled = new Failure('world', 'the job was cancelled', { next });
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort(cancelled));
  return stop;
}
