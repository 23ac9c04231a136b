import type { DeployStage } from '../progress.ts';
import type { RunTools } from './tools.ts';

/** Counts bytes over all that one stage has to do, and tells of them. */
export class Meter {
  readonly #tools: RunTools;
  readonly #stage: DeployStage;
  readonly #total: number;
  /** Of what is done with. */
  #settled = 0;
  #sent = 0;
  #milliseconds = 0;

  constructor(tools: RunTools, stage: DeployStage, total: number) {
    this.#tools = tools;
    this.#stage = stage;
    this.#total = total;
  }

  /** Bytes that went out, those that went out in vain too. */
  get sentBytes(): number {
    return this.#sent;
  }

  /** Seconds that sending took. */
  get seconds(): number {
    return this.#milliseconds / 1000;
  }

  /** Starts on a part of it. */
  item(subject: string, bytes: number): MeterItem {
    let done = 0;
    const tell = (at: number) => {
      done = Math.min(at, bytes);
      const event = { done: this.#settled + done, total: this.#total };
      this.#tools.onEvent?.({ stage: this.#stage, subject, bytes: event });
    };
    return {
      at: tell,
      add: (more) => {
        this.#sent += more;
        tell(done + more);
      },
      end: () => {
        tell(bytes);
        this.#settled += bytes;
        done = 0;
      },
    };
  }

  /** Counts the time that sending takes. */
  async timed<T>(send: () => Promise<T>): Promise<T> {
    const started = this.#tools.now();
    try {
      return await send();
    } finally {
      this.#milliseconds += this.#tools.now() - started;
    }
  }
}

/** One thing of those that a stage has to do. */
export interface MeterItem {
  /** Bytes of it that are done, however they came there. */
  at(bytes: number): void;
  /** Bytes that went out just now. */
  add(bytes: number): void;
  /** All of it is done. */
  end(): void;
}
