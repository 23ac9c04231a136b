/** The end of a text that comes in pieces. */
export interface Tail {
  add(bytes: Uint8Array): void;
  text(): string;
}

/** Keeps at most the last `limit` bytes, and not much more than twice of them in memory. */
export function tail(limit: number): Tail {
  let kept = Buffer.alloc(0);
  return {
    add: (bytes) => {
      kept = Buffer.concat([kept, bytes]);
      if (kept.length > limit) kept = Buffer.from(kept.subarray(kept.length - limit));
    },
    text: () => kept.subarray(firstWhole(kept)).toString('utf8'),
  };
}

/** Skips the rest of a character that was cut in two. */
function firstWhole(bytes: Uint8Array): number {
  const start = bytes.subarray(0, 3).findIndex((byte) => (byte & 0xc0) !== 0x80);
  return start === -1 ? 0 : start;
}
