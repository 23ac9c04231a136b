import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does to a file's requests, one after the other; the last goes on for ever. */
export type Fault =
  | 'fine'
  | { readonly status: number }
  /** Ends the connection after so many bytes of the body. */
  | { readonly cutAfter: number }
  /** Sends so many bytes, then nothing more. */
  | { readonly stallAfter: number }
  | { readonly redirect: string }
  /** Sends the whole file to whom asks for a part. */
  | 'noRanges'
  /** Another part than was asked for. */
  | 'wrongRange'
  /** Says nothing of the length, and sends so many bytes too many. */
  | { readonly chunkedMore: number }
  /** Says nothing of the length, and ends early. */
  | { readonly chunkedCutAfter: number };

/** A file with what happens to it. */
export interface Served {
  bytes: Uint8Array;
  faults?: Fault[];
  etag?: string | undefined;
}

/** A server on the loopback interface with files that have faults. */
export interface FileServer {
  readonly origin: string;
  readonly files: Map<string, Served>;
  /** `GET /a 100-`, in the order of their arrival. */
  readonly requests: string[];
  close(): Promise<void>;
}

export async function startFileServer(): Promise<FileServer> {
  const files = new Map<string, Served>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const range = request.headers.range?.replace('bytes=', ' ') ?? '';
    requests.push(`${request.method} ${path}${range}`);
    const file = files.get(path);
    if (file === undefined) response.writeHead(404).end();
    else answer(file, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(file: Served, request: IncomingMessage, response: ServerResponse): void {
  const { bytes, faults = [], etag = `"${sha(bytes).slice(0, 16)}"` } = file;
  const fault: Fault = (faults.length > 1 ? faults.shift() : faults[0]) ?? 'fine';
  if (typeof fault === 'object' && 'status' in fault) return void response.writeHead(fault.status).end();
  if (typeof fault === 'object' && 'redirect' in fault) {
    return void response.writeHead(302, { location: fault.redirect }).end();
  }
  const from = fault === 'noRanges' ? 0 : beginning(request, etag);
  if (from > 0 && from >= bytes.length) {
    return void response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
  }
  const body = bytes.subarray(from);
  const begin = fault === 'wrongRange' && from > 0 ? from - 1 : from;
  const unmeasured = typeof fault === 'object' && ('chunkedCutAfter' in fault || 'chunkedMore' in fault);
  response.writeHead(from > 0 ? 206 : 200, {
    etag,
    ...(unmeasured ? {} : { 'content-length': body.length }),
    ...(from > 0 ? { 'content-range': `bytes ${begin}-${bytes.length - 1}/${bytes.length}` } : {}),
  });
  if (request.method === 'HEAD') response.end();
  else send(body, fault, response);
}

/** Where what is asked for begins; the whole is wanted when the file is another by now. */
function beginning({ headers }: IncomingMessage, etag: string): number {
  const wanted = headers['if-range'];
  if (wanted !== undefined && wanted !== etag) return 0;
  return Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
}

function send(body: Uint8Array, fault: Fault, response: ServerResponse): void {
  if (typeof fault === 'string') response.end(body);
  else if ('chunkedMore' in fault) response.end(Buffer.concat([body, Buffer.alloc(fault.chunkedMore)]));
  else if ('chunkedCutAfter' in fault) response.end(body.subarray(0, fault.chunkedCutAfter));
  else if ('cutAfter' in fault) response.write(body.subarray(0, fault.cutAfter), () => response.destroy());
  else if ('stallAfter' in fault) response.write(body.subarray(0, fault.stallAfter));
}

export function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
