import type { Writable } from 'node:stream';

/** What a command reads from its standard input. */
export type FeedSource = string | Uint8Array | AsyncIterable<Uint8Array>;

/** Bytes on their way to a command. */
export interface Feed {
  /** Resolves when everything was handed over, or the feed was stopped; rejects with what the source threw. */
  readonly done: Promise<void>;
  /** Takes nothing more from the source, and lets it close what it has open. */
  stop(): void;
}

/** One write: large enough that its cost is in its bytes, small enough that progress is seen on a slow line. */
const batchBytes = 64 * 1024;
/** Bytes handed over and not yet sent: what keeps the line busy while the source is read. */
const aheadBytes = 512 * 1024;

/**
 * Hands a source over to a stream, no faster than it takes it, and ends the stream.
 *
 * @param onBytes called with bytes that went out
 */
export function feed(
  stream: Writable,
  source: FeedSource | undefined,
  onBytes: (bytes: number) => void,
): Feed {
  let stopped = false;
  let ahead = 0;
  // The one thing that is waited for: room in the stream, or the source's next piece.
  let wake: () => void = () => {};

  const write = (bytes: Uint8Array): void => {
    ahead += bytes.length;
    stream.write(bytes, () => {
      ahead -= bytes.length;
      onBytes(bytes.length);
      if (ahead <= aheadBytes / 2) wake();
    });
  };
  const room = async (): Promise<void> => {
    while (ahead > aheadBytes && !stopped) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const next = (pieces: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array, unknown>> =>
    new Promise((resolve, reject) => {
      wake = () => {
        if (stopped) resolve({ done: true, value: undefined });
      };
      pieces.next().then(resolve, reject);
    });

  const all = async (): Promise<void> => {
    const pieces = batches(source);
    for (;;) {
      await room();
      if (stopped) break;
      const piece = await next(pieces);
      if (piece.done === true) break;
      write(piece.value);
    }
    // A source that is in the middle of reading closes itself later: waiting for it could take for ever.
    if (stopped) pieces.return(undefined).catch(() => {});
    else stream.end();
  };

  return {
    done: all(),
    stop: () => {
      stopped = true;
      wake();
    },
  };
}

/** The source in pieces of a good size: large ones are cut without copying, small ones are put together. */
async function* batches(source: FeedSource | undefined): AsyncGenerator<Uint8Array> {
  let small: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces(source)) {
    const large = piece.length >= batchBytes / 2;
    if (bytes > 0 && (large || bytes + piece.length > batchBytes)) {
      yield Buffer.concat(small);
      small = [];
      bytes = 0;
    }
    if (large) {
      for (let start = 0; start < piece.length; start += batchBytes)
        yield piece.subarray(start, start + batchBytes);
    } else if (piece.length > 0) {
      small.push(piece);
      bytes += piece.length;
    }
  }
  if (bytes > 0) yield Buffer.concat(small);
}

async function* pieces(source: FeedSource | undefined): AsyncGenerator<Uint8Array> {
  if (source === undefined) return;
  if (typeof source === 'string') yield Buffer.from(source);
  else if (source instanceof Uint8Array) yield source;
  else yield* source;
}
