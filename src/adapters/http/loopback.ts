import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpAnswer, Loopback, LoopbackServer } from '../../ports/loopback.ts';

/** HTTP on 127.0.0.1 with a port that the system picks. */
export const loopback: Loopback = { serve, get };

/** What is no text has no body here: nothing reads it. */
const binary = 'application/octet-stream';

async function serve(answer: (path: string) => Promise<HttpAnswer>): Promise<LoopbackServer> {
  // Loading it costs 30 ms, which no other command should pay.
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    answer(request.url ?? '/')
      .catch((): HttpAnswer => ({ status: 500 }))
      .then((given) => respond(response, given));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function respond(response: ServerResponse, { status, body }: HttpAnswer): void {
  response.writeHead(status, { 'content-type': body === undefined ? binary : 'text/plain; charset=utf-8' });
  response.end(body ?? '');
}

async function get(url: string): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, { redirect: 'error' });
    const body = await response.text();
    return response.headers.get('content-type') === binary
      ? { status: response.status }
      : { status: response.status, body };
  } catch {
    return { status: 0 };
  }
}
