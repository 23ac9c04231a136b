import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Server } from 'node:net';
import type { Place } from '../../router/gate/place.ts';
import type { LabNetwork } from './network.ts';

/** What is wrong with a file, for its first `times` requests or for all. */
export type Fault = { readonly times?: number } & (
  | { readonly kind: 'status'; readonly status: number }
  /** The connection ends, or stands still, after so many bytes of the answer. */
  | { readonly kind: 'truncated' | 'stalled'; readonly after: number }
  /** Other bytes, as many. */
  | { readonly kind: 'wrong' }
);

/** A router that serves files of K3s, and whose gate hears nodes. */
export class RouterServer {
  readonly #network: LabNetwork;
  readonly #gate: Place;
  #server: Server | undefined;
  #faults = new Map<string, Fault>();
  #met = new Map<string, number>();
  /** By path: `/k3s/v1.34.1+k3s1/k3s`. */
  files: ReadonlyMap<string, Uint8Array> = new Map();
  /** Whether it honours `Range`. */
  ranges = true;
  /** Requests to the gate that it drops before it hears one. */
  deafFor = 0;
  /** `GET /k3s/… bytes=100-` */
  readonly asked: string[] = [];

  constructor(network: LabNetwork, gate: Place) {
    this.#network = network;
    this.#gate = gate;
  }

  /** Serves these files; the ends of their paths have faults. */
  serve(files: ReadonlyMap<string, Uint8Array>, faults: Readonly<Record<string, Fault>> = {}): void {
    this.files = files;
    this.#faults = new Map(Object.entries(faults));
    this.#met = new Map();
    this.asked.length = 0;
    this.ranges = true;
    this.deafFor = 0;
  }

  async start(): Promise<void> {
    if (this.#server !== undefined) return;
    const http = createServer((request, response) => void this.#answer(request, response));
    const server = await this.#network.listen('192.168.26.1', 8069);
    server.on('connection', (socket) => http.emit('connection', socket));
    this.#server = server;
  }

  /** Whoever connects is refused from now on. */
  stop(): void {
    this.#server?.close();
    this.#server = undefined;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    this.asked.push(`${request.method} ${path} ${request.headers.range ?? ''}`.trimEnd());
    response.setHeader('connection', 'close');
    const [, program] = /^\/cgi-bin\/gate(\/.*)$/.exec(path) ?? [];
    if (program !== undefined) return this.#ask(request, response, program, query);
    const bytes = this.files.get(decodeURIComponent(path));
    if (bytes === undefined) return void response.writeHead(404).end('not here\n');
    this.#send(path, bytes, request.headers.range, response);
  }

  async #ask(request: IncomingMessage, response: ServerResponse, path: string, query: string): Promise<void> {
    if (this.deafFor > 0) {
      this.deafFor -= 1;
      request.socket.destroy();
      return;
    }
    const address = request.socket.remoteAddress ?? '';
    const method = request.method ?? 'GET';
    const { status, type, body } = await this.#gate.ask({ path, query, address, method });
    response.writeHead(status, { 'content-type': type }).end(body, 'latin1');
  }

  #send(path: string, bytes: Uint8Array, range: string | undefined, response: ServerResponse): void {
    const fault = this.#faultOf(path);
    if (fault?.kind === 'status') return void response.writeHead(fault.status).end('no\n');
    const sent = fault?.kind === 'wrong' ? bytes.map((byte) => byte ^ 1) : bytes;
    const [, from] = (this.ranges && /^bytes=(\d+)-$/.exec(range ?? '')) || [];
    const start = Number(from ?? 0);
    if (start > bytes.length || (from !== undefined && start === bytes.length))
      return void response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    const part = sent.subarray(start);
    if (from !== undefined)
      response.setHeader('content-range', `bytes ${start}-${bytes.length - 1}/${bytes.length}`);
    response.writeHead(from === undefined ? 200 : 206, { 'content-length': part.length });
    if (fault?.kind !== 'truncated' && fault?.kind !== 'stalled') return void response.end(part);
    response.write(part.subarray(0, fault.after), () => {
      if (fault.kind === 'truncated') response.socket?.end();
    });
  }

  #faultOf(path: string): Fault | undefined {
    for (const [end, fault] of this.#faults) {
      if (!path.endsWith(end)) continue;
      const met = this.#met.get(end) ?? 0;
      this.#met.set(end, met + 1);
      return met < (fault.times ?? Number.POSITIVE_INFINITY) ? fault : undefined;
    }
    return undefined;
  }
}
