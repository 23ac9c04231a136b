import { ports } from './parts.ts';
import { type Ask, askJson } from './requests.ts';

/** A member of etcd, as its HTTP gateway tells of it; what is false or empty is left out. */
export interface Member {
  /** Decimal. */
  readonly ID: string;
  readonly name?: string;
  readonly peerURLs: readonly string[];
  readonly isLearner?: boolean;
}

/** etcd, asked over the HTTP gateway of the member at an address. Throws where it does not answer, or says no. */
export class Etcd {
  readonly #ask: Ask;
  readonly #address: string;

  constructor(ask: Ask, address: string) {
    this.#ask = ask;
    this.#address = address;
  }

  async members(): Promise<readonly Member[]> {
    return (await this.#call<{ members: readonly Member[] }>('cluster/member/list', { linearizable: true }))
      .members;
  }

  /** Adds a learner, and answers all members. */
  async add(peerUrl: string): Promise<{ readonly member: Member; readonly members: readonly Member[] }> {
    return this.#call('cluster/member/add', { peerURLs: [peerUrl], isLearner: true });
  }

  async promote(id: string): Promise<void> {
    await this.#call('cluster/member/promote', { ID: id });
  }

  async remove(id: string): Promise<void> {
    await this.#call('cluster/member/remove', { ID: id });
  }

  /** Reads a key as a quorum agrees on it, which waits for an election to end; or as this member alone knows it. */
  async read(agreed: boolean): Promise<void> {
    await this.#call('kv/range', { key: 'aGVhbHRo', serializable: !agreed });
  }

  #call<T>(method: string, body: unknown): Promise<T> {
    return askJson(this.#ask, `https://${this.#address}:${ports.http}/v3/${method}`, {
      method: 'POST',
      body,
    });
  }
}
