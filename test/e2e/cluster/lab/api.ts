import type { Hardware } from './machine.ts';
import { ports } from './parts.ts';
import { type Answer, type Ask, askJson, type Question } from './requests.ts';

/** A Node, as far as the lab reads it. */
export interface NodeObject {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
    readonly deletionTimestamp?: string;
  };
  readonly spec: { readonly unschedulable?: boolean };
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

/** The cluster's API, through whichever of its servers answers: one that does not is left for the next. */
export class Api {
  readonly #ask: Ask;
  readonly #servers: readonly Pick<Hardware, 'address'>[];
  #first = 0;

  constructor(ask: Ask, servers: readonly Pick<Hardware, 'address'>[]) {
    this.#ask = ask;
    this.#servers = servers;
  }

  /** Asks one server after the other until one answers that has no trouble of its own. Throws where none does. */
  async try(path: string, question: Question = {}): Promise<Answer> {
    let problem: unknown = new Error('there is no server');
    for (const _ of this.#servers) {
      const server = this.#servers[this.#first % this.#servers.length];
      try {
        const answer = await this.#ask(`https://${server?.address}:${ports.api}${path}`, {
          milliseconds: 5000,
          ...question,
        });
        if (answer.status < 500 && answer.status !== 429) return answer;
        problem = new Error(`${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
      } catch (error) {
        problem = error;
      }
      this.#first += 1;
    }
    throw problem;
  }

  json<T>(path: string, question: Question = {}): Promise<T> {
    return askJson((_url, again) => this.try(path, again), path, question);
  }

  async nodes(): Promise<readonly NodeObject[]> {
    return (await this.json<{ items: readonly NodeObject[] }>('/api/v1/nodes')).items;
  }

  /** Changes parts of an object; undefined where there is none of that name. */
  async merge(path: string, change: unknown): Promise<void> {
    const type = 'application/merge-patch+json';
    const { status, text } = await this.try(path, { method: 'PATCH', body: change, type });
    if (status > 299 && status !== 404) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
  }
}

export function isReady({ status }: NodeObject): boolean {
  return status.conditions?.some((each) => each.type === 'Ready' && each.status === 'True') === true;
}
