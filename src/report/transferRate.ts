/** How far back a rate looks: long enough to be steady, short enough to follow a link that gets slower. */
const windowMilliseconds = 10_000;
/** Less than this tells nothing. */
const leastMilliseconds = 500;

/** Measures bytes a second over the last seconds. */
export class TransferRate {
  readonly #seen: { readonly at: number; readonly bytes: number }[] = [];

  /** Notes how many bytes were done at a time, and answers the rate; undefined while too little was seen. */
  note(bytes: number, at: number): number | undefined {
    const last = this.#seen.at(-1);
    // Fewer than before: another count has begun.
    if (last !== undefined && bytes < last.bytes) this.#seen.length = 0;
    this.#seen.push({ at, bytes });
    while (this.#seen.length > 2 && at - (this.#seen[1]?.at ?? at) >= windowMilliseconds) this.#seen.shift();
    const [first] = this.#seen;
    if (first === undefined || at - first.at < leastMilliseconds) return undefined;
    return ((bytes - first.bytes) * 1000) / (at - first.at);
  }
}
