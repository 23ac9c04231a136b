import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import { type Download, DownloadError, type DownloadRequest, type Downloads } from '../../ports/downloads.ts';
import { explainDownloadError } from './downloadErrors.ts';
import { isWholeRange, readRange, sizeOf, strongTag } from './headers.ts';
import { redirectTarget } from './redirects.ts';

/** How patient downloads are. */
export interface DownloadSettings {
  /** A connection on which nothing moves for so long has stalled. */
  readonly idleMilliseconds: number;
  /** Variables such as HTTPS_PROXY and NO_PROXY; Node takes them from 24.5 on. */
  readonly environment: NodeJS.ProcessEnv;
}

const mostRedirects = 8;

/** Downloads over connections that are kept for the next file. */
export function downloads({ idleMilliseconds, environment }: DownloadSettings): Downloads {
  const agents = new Map<string, Agent>();
  return {
    open: (request) => open(request),
    read: async (url, mostBytes, signal) => {
      const { body } = await open({ url, signal });
      const parts: Uint8Array[] = [];
      let length = 0;
      for await (const part of body) {
        length += part.length;
        if (length > mostBytes) {
          throw new DownloadError(`${url} is longer than ${mostBytes} bytes`, { passing: false });
        }
        parts.push(part);
      }
      return Buffer.concat(parts, length);
    },
    size: async (url, signal) => {
      try {
        const { answer } = await follow('HEAD', { url, signal });
        answer.resume();
        return sizeOf(answer.headers['content-length']);
      } catch (error) {
        // Some servers send files and tell nothing of them.
        if (error instanceof DownloadError && (error.status === 405 || error.status === 501))
          return undefined;
        throw error;
      }
    },
    close: () => {
      for (const agent of agents.values()) agent.destroy();
    },
  };

  async function open(request: DownloadRequest): Promise<Download> {
    const { url, offset = 0 } = request;
    const answered = await follow('GET', request);
    const { answer, asked } = answered;
    const { statusCode, headers } = answer;
    const body = bodyOf(url, answered, request.signal);
    const validator = strongTag(headers.etag);
    if (statusCode === 206) {
      const range = readRange(headers['content-range']);
      if (range?.from !== offset) {
        asked.destroy();
        throw new DownloadError(`${url}: the server sent another part than was asked for`, {
          passing: true,
          status: 416,
        });
      }
      return { offset, size: range.size, validator, body };
    }
    return { offset: 0, size: sizeOf(headers['content-length']), validator, body };
  }

  async function follow(method: 'GET' | 'HEAD', request: DownloadRequest): Promise<Answered> {
    let url = parse(request.url);
    for (let redirects = 0; ; redirects++) {
      const answered = await ask(method, url, request);
      const { answer, asked } = answered;
      const { statusCode: status = 0, headers } = answer;
      if (status === 200 || (status === 206 && !isWholeRange(request.offset))) return answered;
      asked.destroy();
      if (![301, 302, 303, 307, 308].includes(status)) {
        const passing = status === 408 || status === 429 || status >= 500 || status === 416;
        throw new DownloadError(`${url.href} answers with status ${status}`, { passing, status });
      }
      if (redirects === mostRedirects) {
        throw new DownloadError(`${request.url} redirects more than ${mostRedirects} times`, {
          passing: false,
        });
      }
      url = redirectTarget(url, headers.location);
    }
  }

  async function ask(
    method: string,
    url: URL,
    { offset = 0, validator, signal }: DownloadRequest,
  ): Promise<Answered> {
    const agent = await agentFor(url.protocol);
    const { request: start } =
      url.protocol === 'https:' ? await import('node:https') : await import('node:http');
    const headers = {
      'accept-encoding': 'identity',
      ...(offset > 0 ? { range: `bytes=${offset}-` } : {}),
      ...(offset > 0 && validator !== undefined ? { 'if-range': validator } : {}),
    };
    return new Promise((resolve, reject) => {
      const options = { method, agent, headers, ...(signal === undefined ? {} : { signal }) };
      let stalled: DownloadError | undefined;
      const asked = start(url, options, (answer) => resolve({ answer, asked, stalled: () => stalled }));
      asked.setTimeout(idleMilliseconds, () => {
        const message = `${url.href} stalled: nothing came for ${idleMilliseconds / 1000} s`;
        stalled = new DownloadError(message, { passing: true });
        asked.destroy(stalled);
      });
      asked.on('error', (error) => {
        if (signal?.aborted === true) reject(signal.reason);
        else reject(explainDownloadError(url.href, error));
      });
      asked.end();
    });
  }

  async function agentFor(protocol: string): Promise<Agent> {
    const known = agents.get(protocol);
    if (known !== undefined) return known;
    const { Agent: NewAgent } =
      protocol === 'https:' ? await import('node:https') : await import('node:http');
    const agent = new NewAgent({ keepAlive: true, proxyEnv: environment });
    agents.set(protocol, agent);
    return agent;
  }
}

interface Answered {
  readonly answer: IncomingMessage;
  readonly asked: ClientRequest;
  /** Why the request was given up, if it was: what its body throws does not tell. */
  readonly stalled: () => DownloadError | undefined;
}

function parse(url: string): URL {
  if (URL.canParse(url)) {
    const parsed = new URL(url);
    if (parsed.protocol === 'http:' || parsed.protocol === 'https:') return parsed;
  }
  throw new DownloadError(`${url} is no URL of HTTP`, { passing: false });
}

async function* bodyOf(
  url: string,
  { answer, asked, stalled }: Answered,
  signal: AbortSignal | undefined,
): AsyncIterable<Uint8Array> {
  try {
    yield* answer as AsyncIterable<Uint8Array>;
  } catch (error) {
    signal?.throwIfAborted();
    throw stalled() ?? explainDownloadError(url, error);
  } finally {
    // Whoever stops in the middle wants nothing more over this connection.
    if (!answer.complete) asked.destroy();
  }
}
