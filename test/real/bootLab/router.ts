import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the router answers: a text or bytes, or 404. */
export type Answer = string | Uint8Array | undefined;

/** The HTTP half of a router, on a free port of the loopback interface. */
export interface Router {
  readonly port: number;
  /** Each request so far: `200 /pilotlight/boot.ipxe`. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** Serves what `answer` says of each path, with its query as it came, and writes down who asked for what. */
export async function startRouter(answer: (path: string) => Answer): Promise<Router> {
  const log: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const body = answer(url);
    log.push(`${body === undefined ? 404 : 200} ${url}`);
    response.statusCode = body === undefined ? 404 : 200;
    const bytes = typeof body === 'string' ? Buffer.from(body) : (body ?? Buffer.alloc(0));
    // An old iPXE wants to know the length.
    response.setHeader('content-length', bytes.length);
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, log, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
