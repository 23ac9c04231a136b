import { setTimeout } from 'node:timers/promises';
import { Etcd, type Member } from './etcd.ts';
import type { Ask } from './requests.ts';

/** Looks at etcd all the time: whether a quorum answers, and how many of those that vote live. */
export class QuorumWatch {
  /** When no member could read what a quorum agrees on, or fewer voters lived than a quorum takes: what was seen. */
  readonly losses: string[] = [];
  /** How many voters lived beyond those that a quorum takes, at the least. */
  spare = Number.POSITIVE_INFINITY;
  readonly #etcds: readonly Etcd[];
  readonly #ask: Ask;
  readonly #stop = new AbortController();
  readonly #work: Promise<void>;

  constructor(ask: Ask, addresses: readonly string[]) {
    this.#ask = ask;
    this.#etcds = addresses.map((address) => new Etcd(ask, address));
    this.#work = this.#loop();
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  async #loop(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.#look();
      await setTimeout(300, undefined, { signal }).catch(() => undefined);
    }
  }

  /**
   * A read waits for a leader as long as etcd does: seconds. One that met a change of leaders says nothing, and the next look does; where every
   * other one fails, there is no quorum.
   */
  async #look(): Promise<void> {
    try {
      const members = await Promise.any(
        this.#etcds.map(async (etcd) => {
          await etcd.read(true);
          return etcd.members();
        }),
      );
      await this.#count(members.filter(({ isLearner }) => isLearner !== true));
    } catch (error) {
      const why = error instanceof AggregateError ? error.errors.join('; ') : String(error);
      if (!why.includes('leader changed')) this.losses.push(`no quorum: ${why}`);
    }
  }

  async #count(voters: readonly Member[]): Promise<void> {
    const lives = await Promise.all(voters.map((voter) => this.#lives(voter)));
    const spare = lives.filter(Boolean).length - (Math.floor(voters.length / 2) + 1);
    this.spare = Math.min(this.spare, spare);
    if (spare < 0) this.losses.push(`${lives.filter(Boolean).length} of ${voters.length} voters live`);
  }

  async #lives({ peerURLs }: Member): Promise<boolean> {
    const address = new URL(peerURLs[0] ?? '').hostname;
    return new Etcd(this.#ask, address).read(false).then(
      () => true,
      () => false,
    );
  }
}
