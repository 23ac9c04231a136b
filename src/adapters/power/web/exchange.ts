import type { IncomingHttpHeaders } from 'node:http';
import { Failure } from '../../../shared/failure.ts';
import { boundedBody } from '../../http/boundedBody.ts';
import { explainNetworkError } from '../../networkErrors.ts';
import { openTls, type Trust } from './trust.ts';

/** One request. */
export interface WebRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly timeoutMilliseconds: number;
}

/** What came back. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** No answer of a controller or of a plug is nearly as long. */
const longest = 4 * 1024 * 1024;

/**
 * Sends a request over a connection of its own, to one who is trusted, and to nobody that it is sent on to. Any status is an answer.
 * Throws a Failure that names neither headers nor body.
 */
export async function exchange(request: WebRequest, trust: Trust, signal?: AbortSignal): Promise<WebAnswer> {
  const { url, timeoutMilliseconds } = request;
  const tooLate = AbortSignal.timeout(timeoutMilliseconds);
  const both = signal === undefined ? tooLate : AbortSignal.any([signal, tooLate]);
  try {
    return await send(request, trust, both);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Failure) throw error;
    const failed = (why: string, next: string): Failure =>
      new Failure('world', `${url.origin} cannot be reached: ${why}`, { next, cause: error });
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (tooLate.aborted) {
      throw failed(
        `there was no answer within ${timeoutMilliseconds / 1000} s`,
        `Check that ${url.host} is right.`,
      );
    }
    const certificate = certificateProblem(code);
    if (certificate !== undefined) {
      throw failed(
        certificate,
        'Pin its certificate by certificateSha256, or name who vouches for it by certificateAuthority.',
      );
    }
    throw failed(
      explainNetworkError(error) ?? message,
      `Check that ${url.host} is right, and that it is on.`,
    );
  }
}

async function send(request: WebRequest, trust: Trust, signal: AbortSignal): Promise<WebAnswer> {
  const { url, method, headers, body } = request;
  const { request: start } = await import('node:http');
  const socket = url.protocol === 'https:' ? await openTls(url, trust, signal) : undefined;
  return new Promise((resolve, reject) => {
    const asked = start(
      url,
      {
        method,
        signal,
        // A connection of its own, either way: one that is given takes the place of an agent.
        ...(socket === undefined ? { agent: false } : { createConnection: () => socket, protocol: 'http:' }),
        headers: {
          ...headers,
          host: url.host,
          connection: 'close',
          ...(body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }),
        },
      },
      (answer) => {
        boundedBody(answer, longest)
          .then((bytes) => {
            const { statusCode: status = 0, headers: told } = answer;
            resolve({ status, headers: told, text: bytes.toString('utf8') });
          }, reject)
          .finally(() => asked.destroy());
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

function certificateProblem(code: string): string | undefined {
  switch (code) {
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return 'its certificate is signed by itself';
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'nobody who is trusted vouches for its certificate';
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return 'its certificate has expired, or is not valid yet';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'its certificate is for another name';
    default:
      return undefined;
  }
}
