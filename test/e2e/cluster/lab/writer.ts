import { setTimeout } from 'node:timers/promises';
import type { Api } from './api.ts';

const path = '/api/v1/namespaces/default/configmaps';
const prefix = 'written-';

/** Somebody who writes all the time, through whichever server answers, and remembers what was acknowledged. */
export class Writer {
  /** Names of what the API said it has. */
  readonly acknowledged: string[] = [];
  readonly #stop = new AbortController();
  readonly #work: Promise<void>;

  constructor(api: Api) {
    this.#work = this.#loop(api);
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#work;
  }

  async #loop(api: Api): Promise<void> {
    const { signal } = this.#stop;
    for (let number = 0; !signal.aborted; ) {
      const name = `${prefix}${number}`;
      if (await write(api, name)) {
        this.acknowledged.push(name);
        number += 1;
      }
      await setTimeout(100, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Whether it is written. One that was not answered may be there: then it is written, by its own word. */
async function write(api: Api, name: string): Promise<boolean> {
  const body = { metadata: { name }, data: { name } };
  const { status } = await api.try(path, { method: 'POST', body }).catch(() => ({ status: 0 }));
  return status === 201 || status === 409;
}

/** What is missing of what was acknowledged. */
export async function lost(api: Api, { acknowledged }: Writer): Promise<string[]> {
  const { items } = await api.json<{ items: { metadata: { name: string } }[] }>(path);
  const there = new Set(items.map(({ metadata }) => metadata.name));
  return acknowledged.filter((name) => !there.has(name));
}
