import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { Failure } from '../../shared/failure.ts';
import type { Connection } from './connection.ts';
import { hostName, type PinnedHost } from './hostKeys.ts';
import { within } from './within.ts';

/** Starts a connection of TCP. Whether it comes about is seen by who uses it. */
export function openSocket({ host, port }: PinnedHost): Duplex {
  return gatherWrites(connect({ host, port, noDelay: true }));
}

/**
 * Holds back what is written until the code that writes it is done. ssh2 writes a packet in three pieces (length, content, code): together
 * they are one call and one segment. And a connection inside another one needs it: both share what chacha20 is computed with, so that the
 * outer one must not encrypt before the inner one has finished its packet.
 */
function gatherWrites<T extends Duplex>(stream: T): T {
  const write = stream.write.bind(stream) as (...given: unknown[]) => boolean;
  let held = false;
  stream.write = (...given: unknown[]): boolean => {
    if (!held) {
      held = true;
      stream.cork();
      process.nextTick(() => {
        held = false;
        stream.uncork();
      });
    }
    return write(...given);
  };
  return stream;
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
      if (error === undefined || error === null) resolve(gatherWrites(channel));
      else reject(failed(`does not open a connection to ${to.host}:${to.port}`));
    });
  });
  return within(opened, limits, () => failed(`opened no connection to ${to.host}:${to.port} in time`));
}
