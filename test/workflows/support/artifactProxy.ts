import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';

/** What stands between the actions and act's server of artifacts. */
export interface ArtifactProxy {
  readonly url: string;
  /** Port that act's own server is to listen on. */
  readonly port: number;
  close(): void;
}

/**
 * act 0.2.89 refuses the field `mime_type` that newer clients send (act#6021), and wants the padding of a signature that they drop from
 * the URL. Everything else goes through as it is.
 */
export async function startArtifactProxy(): Promise<ArtifactProxy> {
  const port = await freePort();
  const server = createServer(async (request, response) => {
    const target = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    const signature = target.searchParams.get('sig');
    if (signature !== null) target.searchParams.set('sig', signature.padEnd(44, '='));
    const body = mended(target.pathname, await bytesOf(request));
    const sent = request.method === 'GET' ? {} : { body };
    const headers = { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' };
    const answer = await fetch(target, { method: request.method ?? 'GET', headers, ...sent });
    const text = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(
      Buffer.from(text.toString('latin1').replaceAll(`127.0.0.1:${port}`, addressOf(server)), 'latin1'),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://${addressOf(server)}/`,
    port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function mended(path: string, bytes: Buffer): Uint8Array<ArrayBuffer> {
  if (!path.endsWith('/CreateArtifact')) return new Uint8Array(bytes);
  const { mime_type: _dropped, ...body } = JSON.parse(bytes.toString()) as Record<string, unknown>;
  return new Uint8Array(Buffer.from(JSON.stringify(body)));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function addressOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
