import { SourceFailed } from './errors.ts';

/**
 * What a source gives, until the signal says stop: also while the source is waited for. Errors of the source are marked as such.
 */
export async function* sourced<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncIterable<T> {
  signal?.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  const stop = stopOf(signal);
  let ended = false;
  try {
    for (;;) {
      const next = await Promise.race([pull(iterator), stop.stopped]);
      ended = next.done === true;
      if (next.done === true) return;
      yield next.value;
      signal?.throwIfAborted();
    }
  } finally {
    stop.forget();
    // A source that hangs never ends its last step: it is told, and not waited for.
    if (!ended) void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

async function pull<T>(iterator: AsyncIterator<T>): Promise<IteratorResult<T>> {
  try {
    return await iterator.next();
  } catch (error) {
    throw new SourceFailed(error);
  }
}

/** A promise that fails when the signal says stop. */
function stopOf(signal: AbortSignal | undefined): { stopped: Promise<never>; forget: () => void } {
  let listener = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    listener = () => reject(signal?.reason);
    signal?.addEventListener('abort', listener, { once: true });
  });
  stopped.catch(() => undefined);
  return { stopped, forget: () => signal?.removeEventListener('abort', listener) };
}
