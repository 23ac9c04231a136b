import type { Http, HttpResponse } from '../../ports/http.ts';
import { explainNetworkError } from '../networkErrors.ts';
import { boundedBody } from './boundedBody.ts';

/** HTTP over a connection of its own for each request, as a booting node makes them. */
export const http: Http = { get };

/** No file that is asked for here is nearly as large: what is, is something else. */
const longest = 64 * 1024 * 1024;

async function get(
  url: string,
  { signal, timeoutMilliseconds = 15_000 }: NonNullable<Parameters<Http['get']>[1]> = {},
): Promise<HttpResponse> {
  if (!URL.canParse(url)) return nothing(`${url} is no URL`);
  const target = new URL(url);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return nothing(`${url} is no URL of HTTP`);
  const tooLate = AbortSignal.timeout(timeoutMilliseconds);
  const both = signal === undefined ? tooLate : AbortSignal.any([signal, tooLate]);
  try {
    return await request(target, both);
  } catch (error) {
    signal?.throwIfAborted();
    if (tooLate.aborted) return nothing(`${url} did not answer within ${timeoutMilliseconds / 1000} s`);
    const why = explainNetworkError(error) ?? (error as Error).message;
    return nothing(`${url} cannot be read: ${why}`);
  }
}

function nothing(problem: string): HttpResponse {
  return { status: 0, bytes: new Uint8Array(), problem };
}

async function request(url: URL, signal: AbortSignal): Promise<HttpResponse> {
  // Loading them costs 30 ms, which no other command should pay.
  const { request: start } =
    url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  return new Promise((resolve, reject) => {
    const asked = start(url, { agent: false, signal, headers: { 'cache-control': 'no-cache' } }, (answer) => {
      boundedBody(answer, longest)
        .then((bytes) => resolve({ status: answer.statusCode ?? 0, bytes }), reject)
        .finally(() => asked.destroy());
    });
    asked.on('error', reject);
    asked.end();
  });
}
