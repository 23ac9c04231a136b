import { createServer } from 'node:https';
import type { Server } from 'node:net';
import type { ClusterCa } from './certificates.ts';
import type { LabNetwork } from './network.ts';

/** How another server of the cluster is. */
export type SiblingState =
  /** Its API server answers. */
  | { readonly kind: 'answers'; readonly ca: ClusterCa }
  /** It answers after so many connections have been dropped. */
  | { readonly kind: 'later'; readonly ca: ClusterCa; readonly after: number }
  /** It is not done starting: every answer has this status. */
  | { readonly kind: 'status'; readonly ca: ClusterCa; readonly status: number }
  /** It takes connections and says nothing. */
  | { readonly kind: 'silent' };

/** The other servers: by address; those that are not there refuse connections. */
export class Siblings {
  readonly #network: LabNetwork;
  readonly #servers: Server[] = [];
  /** Every request that one of them got: `192.168.26.12 GET /cacerts`. */
  readonly asked: string[] = [];

  constructor(network: LabNetwork) {
    this.#network = network;
  }

  /** Nobody else is there than these. */
  async are(states: Readonly<Record<string, SiblingState>>): Promise<void> {
    await this.close();
    this.asked.length = 0;
    for (const [address, state] of Object.entries(states)) await this.#start(address, state);
  }

  async close(): Promise<void> {
    for (const server of this.#servers.splice(0)) server.close();
  }

  async #start(address: string, state: SiblingState): Promise<void> {
    const sockets = await this.#network.listen(address, 6443);
    this.#servers.push(sockets);
    if (state.kind === 'silent') {
      sockets.on('connection', (socket) => socket.on('error', () => undefined));
      return;
    }
    let dropped = 0;
    const api = this.#api(address, state);
    sockets.on('connection', (socket) => {
      if (state.kind === 'later' && dropped++ < state.after) socket.destroy();
      else api.emit('connection', socket);
    });
  }

  /** What K3s answers to somebody whom it does not know: pkg/server/handlers of k3s-io/k3s. */
  #api(address: string, state: Exclude<SiblingState, { kind: 'silent' }>) {
    const { pem, certificate, key } = state.ca;
    const server = createServer({ cert: certificate, key }, (request, response) => {
      this.asked.push(`${address} ${request.method} ${request.url}`);
      response.setHeader('connection', 'close');
      const send = (status: number, text: string): void => {
        response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
      };
      if (state.kind === 'status') return send(state.status, 'starting\n');
      if (request.url === '/cacerts') return send(200, pem);
      if (request.url === '/ping') return send(200, 'pong');
      send(401, 'Unauthorized\n');
    });
    server.on('tlsClientError', () => undefined);
    return server;
  }
}
