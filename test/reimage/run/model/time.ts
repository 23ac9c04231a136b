interface Timer {
  readonly at: number;
  readonly order: number;
  readonly ring: () => void;
}

/** Time that passes only when nothing else happens. */
export class VirtualTime {
  now = 0;
  #timers: Timer[] = [];
  #order = 0;

  /** Rings once after some milliseconds; answers what takes it back. */
  after(milliseconds: number, ring: () => void): () => void {
    const timer = { at: this.now + milliseconds, order: this.#order++, ring };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
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

  /** Lets time pass until something is so. Answers false when nothing is left to happen, or too much time passed. */
  async until(isSo: () => boolean, longest: number): Promise<boolean> {
    const end = this.now + longest;
    for (;;) {
      await settled();
      if (isSo()) return true;
      const [next] = [...this.#timers].sort((one, other) => one.at - other.at || one.order - other.order);
      if (next === undefined || next.at > end) return false;
      this.#timers = this.#timers.filter((each) => each !== next);
      this.now = next.at;
      next.ring();
    }
  }
}

/** All that follows from what happened has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
