import { createServer } from 'node:https';
import type { Server } from 'node:net';
import type { Skipping } from '../../tools/tools.ts';
import { type ClusterCa, newCa } from './certificates.ts';
import type { LabNetwork } from './network.ts';
import { assets } from './site.ts';

/** https://get.k3s.io, at an address of the lab. */
export interface Upstream {
  /** What a machine has to trust. */
  readonly ca: ClusterCa;
  readonly server: Server;
}

/** Serves K3s's install script under its public name, with a CA that nobody trusts by itself. */
export async function startUpstream(network: LabNetwork, context: Skipping): Promise<Upstream> {
  const ca = await newCa(['get.k3s.io'], context);
  const https = createServer({ cert: ca.certificate, key: ca.key }, (request, response) => {
    response.setHeader('connection', 'close');
    if (request.url === '/') response.end(assets['install.sh']);
    else response.writeHead(404).end();
  });
  https.on('tlsClientError', () => undefined);
  const server = await network.listen('192.168.26.1', 443);
  server.on('connection', (socket) => https.emit('connection', socket));
  return { ca, server };
}
