import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut. */
export interface CuttableProxy {
  readonly port: number;
  /** Closes every connection, at both ends. */
  cut(): void;
  /** Whether new connections get through. */
  open: boolean;
  /** Called once, when the next bytes of the client have been handed on. */
  onRequest: (() => void) | undefined;
  close(): Promise<void>;
}

/** Stands in front of a port of the loopback interface. */
export async function startProxy(target: () => number): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  const hold = (socket: Socket): void => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    hold(client);
    if (!proxy.open) return void client.destroy();
    const upstream = connect(target(), '127.0.0.1');
    hold(upstream);
    client.pipe(upstream).pipe(client);
    client.on('data', () => {
      const told = proxy.onRequest;
      proxy.onRequest = undefined;
      // The pipe has it: it goes out before anything else is done.
      if (told !== undefined) setImmediate(told);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const proxy: CuttableProxy = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    open: true,
    onRequest: undefined,
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      this.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
