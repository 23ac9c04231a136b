import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut. */
export interface CuttableProxy {
  readonly port: number;
  /** Whether new connections get through. */
  open: boolean;
  /**
   * Calls back once, when so many more bytes of clients have been handed on, and not one more; goes on when that is done.
   *
   * @param bytes at least 1
   */
  after(bytes: number, then: () => Promise<unknown> | unknown): void;
  /** Closes every connection: what is on its way is lost. */
  cut(): void;
  /** Closes every connection: the server gets what was handed on, and then the end. */
  hangUp(): void;
  close(): Promise<void>;
}

interface Trap {
  left: number;
  readonly then: () => Promise<unknown> | unknown;
}

/** Stands in front of a port of the loopback interface. */
export async function startProxy(target: () => number): Promise<CuttableProxy> {
  const clients = new Set<Socket>();
  const servers = new Set<Socket>();
  let trap: Trap | undefined;

  /** Hands bytes on up to the trap, springs it, and then the rest. */
  const handOn = async (upstream: Socket, bytes: Buffer): Promise<void> => {
    const sprung = trap;
    if (sprung === undefined || sprung.left > bytes.length) {
      if (sprung !== undefined) sprung.left -= bytes.length;
      return written(upstream, bytes);
    }
    trap = undefined;
    await written(upstream, bytes.subarray(0, sprung.left));
    await sprung.then();
    await written(upstream, bytes.subarray(sprung.left));
  };

  const server = createServer((client) => {
    hold(clients, client);
    if (!proxy.open) return void client.destroy();
    const upstream = connect(target(), '127.0.0.1');
    hold(servers, upstream);
    upstream.pipe(client);
    client.on('data', (bytes: Buffer) => {
      client.pause();
      void handOn(upstream, bytes).then(() => client.resume());
    });
    client.on('close', () => upstream.end());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const proxy: CuttableProxy = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    open: true,
    after(bytes, then) {
      trap = { left: bytes, then };
    },
    cut() {
      trap = undefined;
      for (const socket of [...clients, ...servers]) socket.destroy();
    },
    hangUp() {
      trap = undefined;
      for (const socket of clients) socket.destroy();
    },
    async close() {
      this.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

function hold(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.setNoDelay(true);
  socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
}

/** Resolves when a socket has taken bytes, or is of no use any more. */
function written(socket: Socket, bytes: Buffer): Promise<void> {
  if (bytes.length === 0 || !socket.writable) return Promise.resolve();
  return new Promise((resolve) => {
    socket.once('close', resolve);
    socket.write(bytes, () => {
      socket.off('close', resolve);
      resolve();
    });
  });
}
