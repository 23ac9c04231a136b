import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';
import { newKeys } from './keys.ts';

/** An SSH server in front of a router. */
export interface RefusingServer {
  readonly port: number;
  /** `ssh-ed25519 AAAA…` */
  readonly hostKey: string;
  /** How often a command was refused because another one ran on its connection. */
  readonly refused: () => number;
  close(): Promise<void>;
}

/**
 * Takes one command at a time on a connection and refuses what comes meanwhile, as users of dropbear 2022.82 have met it: the one that
 * Debian has takes several. It runs commands with the words of `shell` in front, and lets everybody in.
 */
export async function startRefusingServer(shell: readonly string[]): Promise<RefusingServer> {
  const key = await newKeys();
  const clients = new Set<ssh2.Connection>();
  let refused = 0;
  const server = new ssh2.Server({ hostKeys: [key.private] }, (client) => {
    clients.add(client);
    let busy = false;
    client.on('error', () => undefined).on('close', () => clients.delete(client));
    client.on('authentication', (context) => context.accept());
    client.on('session', (accept) => {
      accept().on('exec', (take, refuse, { command }) => {
        if (busy) {
          refused += 1;
          return refuse();
        }
        busy = true;
        const channel = take();
        // Its parent is a process of the router's, as with a server that runs there.
        carryOut([...shell, 'sh -c "$0"; exit $?', command], channel, () => {
          busy = false;
        });
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    hostKey: key.public,
    refused: () => refused,
    async close() {
      for (const client of clients) client.end();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Runs a command; it counts as running until its channel is about to be closed. */
function carryOut(
  [command = '', ...args]: readonly string[],
  channel: ssh2.ServerChannel,
  over: () => void,
): void {
  const child = spawn(command, args, { stdio: 'pipe' });
  channel.pipe(child.stdin);
  child.stdin.on('error', () => undefined);
  child.stdout.pipe(channel, { end: false });
  child.stderr.pipe(channel.stderr, { end: false });
  child.on('close', (code) => {
    over();
    channel.exit(code ?? 255);
    channel.end();
  });
}
