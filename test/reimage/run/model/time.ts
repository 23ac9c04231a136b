interface Timer {
  readonly at: number;
  readonly order: number;
  readonly ring: () => void;
}

/** Time that passes only when nothing else happens. */
export class VirtualTime {
  now = 0;
  readonly #timers = new Set<Timer>();
  #order = 0;

  /** Rings once after some milliseconds; answers what takes it back. */
  after(milliseconds: number, ring: () => void): () => void {
    const timer = { at: this.now + milliseconds, order: this.#order++, ring };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  wait = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      const stop = (): void => {
        cancel();
        reject(signal?.reason);
      };
      const cancel = this.after(milliseconds, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      signal?.addEventListener('abort', stop, { once: true });
    });

  /** The next one to ring; of those at the same time, the one that was set first. */
  #first(): Timer | undefined {
    let first: Timer | undefined;
    for (const each of this.#timers) {
      if (first === undefined || each.at < first.at || (each.at === first.at && each.order < first.order))
        first = each;
    }
    return first;
  }

  /** Lets time pass until something is so. Answers false when nothing is left to happen, or too much time passed. */
  async until(isSo: () => boolean, longest: number): Promise<boolean> {
    const end = this.now + longest;
    for (;;) {
      await settled();
      if (isSo()) return true;
      const next = this.#first();
      if (next === undefined || next.at > end) return false;
      this.#timers.delete(next);
      this.now = next.at;
      next.ring();
    }
  }
}

/** All that follows from what happened has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
