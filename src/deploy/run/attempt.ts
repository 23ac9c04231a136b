import { ConnectionLost } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';
import type { RunTools } from './tools.ts';

/**
 * Says an operation of the storage, and says it again after the connection broke and was made anew. Throws a Failure, caused by
 * ConnectionLost, when it breaks too often; what the signal says when the run is to end.
 *
 * @param progress a number that grows while the operation gets on: then the tries are counted anew
 */
export async function attempt<T>(
  tools: RunTools,
  operation: () => Promise<T>,
  progress: () => number = () => 0,
): Promise<T> {
  let tries = 0;
  let reached = progress();
  for (;;) {
    tools.signal?.throwIfAborted();
    try {
      return await untilAborted(operation(), tools.signal);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      if (progress() > reached) {
        reached = progress();
        tries = 0;
      }
      tries = await connectAgain(tools, error, tries);
    }
  }
}

/** Connects again, waiting longer each time; answers how often it was tried since something got on. */
async function connectAgain(tools: RunTools, lost: ConnectionLost, before: number): Promise<number> {
  let tries = before;
  let last: unknown = lost;
  for (;;) {
    const pause = pauses[tries];
    if (pause === undefined) throw givenUp(tools, last);
    tries += 1;
    const message = `the connection broke; connecting again in ${pause} s`;
    tools.onEvent?.({ stage: 'connect', subject: message });
    await tools.wait(pause * 1000, tools.signal);
    tools.signal?.throwIfAborted();
    try {
      await untilAborted(tools.storage.reconnect(tools.signal), tools.signal);
      return tries;
    } catch (error) {
      tools.signal?.throwIfAborted();
      // A router that starts anew refuses connections for a while; a host key that is not pinned will not become right.
      if (error instanceof Failure && error.kind !== 'world') throw error;
      if (!(error instanceof Failure || error instanceof ConnectionLost)) throw error;
      last = error;
    }
  }
}

/** Seconds before each try to connect again. */
const pauses = [1, 2, 4, 4, 4];

function givenUp({ storage }: RunTools, cause: unknown): Failure {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `the connection to ${storage.name} broke, and could not be made again: ${why}`;
  return new Failure('world', message, {
    next: 'see that the router is on and answers, and run the same command again: it goes on from there',
    cause,
  });
}

/** What `work` comes to, unless the signal comes first: then what the signal says, while the work is left to itself. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
