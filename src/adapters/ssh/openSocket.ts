import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { Failure } from '../../shared/failure.ts';
import type { Connection } from './connection.ts';
import { hostName, type PinnedHost } from './hostKeys.ts';
import { within } from './within.ts';

/** Starts a connection of TCP. Whether it comes about is seen by who uses it. */
export function openSocket({ host, port }: PinnedHost): Duplex {
  const socket = connect({ host, port, noDelay: true });
  // ssh2 writes a packet in three pieces (length, content, code): sent as one, they are one call and one segment.
  const write = socket.write.bind(socket) as (...given: unknown[]) => boolean;
  let held = false;
  socket.write = (...given: unknown[]): boolean => {
    if (!held) {
      held = true;
      socket.cork();
      process.nextTick(() => {
        held = false;
        socket.uncork();
      });
    }
    return write(...given);
  };
  return socket;
}

/** A connection of TCP that a host behind another one is reached by. */
export async function openForwarded(
  through: Connection,
  jump: PinnedHost,
  to: PinnedHost,
  limits: { readonly milliseconds: number; readonly signal: AbortSignal | undefined },
): Promise<Duplex> {
  const failed = (what: string): Failure =>
    new Failure('world', `the jump host ${hostName(jump)} ${what}`, {
      next: `Check that ${to.host}:${to.port} can be reached from it, and that its SSH server allows forwarding of TCP.`,
    });
  const opened = new Promise<Duplex>((resolve, reject) => {
    through.onLost(reject);
    through.client.forwardOut('127.0.0.1', 0, to.host, to.port, (error, channel) => {
      if (error === undefined || error === null) resolve(channel);
      else reject(failed(`does not open a connection to ${to.host}:${to.port}`));
    });
  });
  return within(opened, limits, () => failed(`opened no connection to ${to.host}:${to.port} in time`));
}
