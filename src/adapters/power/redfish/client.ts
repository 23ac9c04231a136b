import { Failure } from '../../../shared/failure.ts';
import { exchange, type WebAnswer } from '../web/exchange.ts';
import type { Trust } from '../web/trust.ts';
import { parsed, RedfishRefusal } from './refusal.ts';
import type { Resource } from './resource.ts';

/** A controller, and how it is asked. */
export interface RedfishPlace {
  /** `https://192.168.26.51` */
  readonly origin: string;
  readonly trust: Trust;
  readonly timeoutMilliseconds: number;
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Requests to one controller, with the headers that prove who asks. Each throws a Failure where the answer is no success. */
export interface RedfishClient {
  get(path: string): Promise<{ readonly resource: Resource; readonly etag: string | undefined }>;
  send(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object, etag?: string): Promise<WebAnswer>;
}

/** Times that a controller is asked which says that it is busy, and the longest it is waited for each time. */
const patience = { times: 6, longestSeconds: 60, usualSeconds: 5 };

/** Asks a controller. @param headers what proves who asks */
export function redfishClient(
  place: RedfishPlace,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): RedfishClient {
  const ask = async (
    method: string,
    path: string,
    more: { readonly body?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<WebAnswer> => {
    const request = {
      url: urlOf(place.origin, path),
      method,
      headers: { accept: 'application/json', 'odata-version': '4.0', ...headers, ...more.headers },
      body: more.body,
      timeoutMilliseconds: place.timeoutMilliseconds,
    };
    for (let time = 1; ; time++) {
      const answer = await exchange(request, place.trust, signal);
      if (answer.status !== 503 || time === patience.times) {
        if (answer.status >= 200 && answer.status < 300) return answer;
        throw new RedfishRefusal(`${place.origin} refuses ${method} ${path}`, answer);
      }
      await place.wait(retryAfter(answer) * 1000, signal);
    }
  };
  return {
    get: async (path) => {
      const answer = await ask('GET', path);
      const resource = parsed(answer.text);
      if (resource === undefined) {
        throw new Failure('world', `what answers at ${place.origin}${path} is no Redfish`, {
          next: 'Check `url`: it is that of the management controller.',
        });
      }
      const written = resource['@odata.etag'];
      return { resource, etag: answer.headers.etag ?? (typeof written === 'string' ? written : undefined) };
    },
    send: (method, path, body, etag) =>
      ask(method, path, {
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(etag === undefined ? {} : { 'if-match': etag }),
        },
      }),
  };
}

/** Where a link leads: never to another host, which would learn what proves who we are. */
function urlOf(origin: string, path: string): URL {
  const url = URL.canParse(path, origin) ? new URL(path, origin) : undefined;
  if (url?.origin === new URL(origin).origin) return url;
  throw new Failure('refused', `${origin} sends us to ${path.slice(0, 200)}, which is somewhere else`);
}

/** Seconds to wait, as an answer asks for: a number, or a date. */
function retryAfter({ headers }: WebAnswer): number {
  const asked = headers['retry-after'] ?? '';
  const date = Date.parse(headers.date ?? '');
  const seconds = /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - date) / 1000;
  const wanted = Number.isFinite(seconds) ? seconds : patience.usualSeconds;
  return Math.min(Math.max(wanted, 0), patience.longestSeconds);
}
