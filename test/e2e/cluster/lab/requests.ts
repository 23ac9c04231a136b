import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { LabNetwork } from './network.ts';

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What is asked. */
export interface Question {
  readonly method?: string;
  readonly body?: unknown;
  /** Content type of the body: JSON where it is left out. */
  readonly type?: string;
  /** After which it counts as not answered. */
  readonly milliseconds?: number;
}

/** Asks servers of the lab's network by HTTPS, as the cluster's administrator. Throws where there is no answer. */
export type Ask = (url: string, question?: Question) => Promise<Answer>;

/** @param pki the folder of the certificates */
export function administrator(network: LabNetwork, pki: string): { readonly ask: Ask; close(): void } {
  const read = (name: string): string => readFileSync(join(pki, name), 'utf8');
  const identity = { ca: read('ca.crt'), cert: read('client.crt'), key: read('client.key') };
  const agent = new Agent({ keepAlive: true });
  agent.createConnection = ({ host, port }) =>
    connect({ ...identity, host: host ?? '', socket: network.connect(host ?? '', Number(port)) });
  return {
    close: () => agent.destroy(),
    ask: (url, { method = 'GET', body, type = 'application/json', milliseconds = 10_000 } = {}) =>
      new Promise((resolve, reject) => {
        const headers = body === undefined ? {} : { 'content-type': type };
        const signal = AbortSignal.timeout(milliseconds);
        const call = request(url, { agent, method, headers, signal }, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part) => (text += part));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text })).on('error', reject);
        });
        call.on('error', reject);
        call.end(body === undefined ? undefined : JSON.stringify(body));
      }),
  };
}

/** The same, as JSON; an answer that is no success is an error. */
export async function askJson<T>(ask: Ask, url: string, question?: Question): Promise<T> {
  const { status, text } = await ask(url, question);
  if (status < 200 || status > 299) throw new Error(`${url}: ${status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
}
