import type { OpenGate } from '../../ports/gates.ts';
import { ConnectionLost } from '../../ports/remoteShell.ts';

/**
 * A connection that is made when it is needed, and made anew after it broke. What breaks is said: whoever asked asks again.
 *
 * @param open throws Failures; what it makes is closed once
 */
export class Connection<T extends { close(): Promise<void> }> {
  readonly #open: (signal?: AbortSignal) => Promise<T>;
  #now: Promise<T> | undefined;

  constructor(open: (signal?: AbortSignal) => Promise<T>) {
    this.#open = open;
  }

  /** Does something over the connection. Throws ConnectionLost, and what `act` throws. */
  async use<R>(act: (connected: T) => Promise<R>, signal?: AbortSignal): Promise<R> {
    signal?.throwIfAborted();
    this.#now ??= this.#open(signal);
    const opening = this.#now;
    let opened: T;
    try {
      opened = await opening;
    } catch (error) {
      if (this.#now === opening) this.#now = undefined;
      throw error;
    }
    try {
      return await act(opened);
    } catch (error) {
      if (error instanceof ConnectionLost && this.#now === opening) {
        this.#now = undefined;
        await opened.close().catch(() => undefined);
      }
      throw error;
    }
  }

  async close(): Promise<void> {
    const opening = this.#now;
    this.#now = undefined;
    // It may be what broke: closing it again is no news.
    await opening?.then(
      (opened) => opened.close().catch(() => undefined),
      () => undefined,
    );
  }
}

export type GateConnection = Connection<OpenGate>;
