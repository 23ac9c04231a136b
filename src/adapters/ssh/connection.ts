import type { Duplex } from 'node:stream';
import type { Client } from 'ssh2';
import { ConnectionLost } from '../../ports/remoteShell.ts';
import { explainNetworkError } from '../networkErrors.ts';

/** A connection that one is logged in by. */
export interface Connection {
  readonly client: Client;
  /** Why it is gone; undefined while it stands. */
  lost(): ConnectionLost | undefined;
  /** Calls once it is gone, or at once when it is. Answers how to take that back. */
  onLost(listener: (why: ConnectionLost) => void): () => void;
  /** Gives it up: whoever waits for it learns why. */
  drop(why: string, cause?: unknown): void;
  /** Says goodbye, and waits until the other side heard it or a second is over. */
  end(): Promise<void>;
}

/** Looks after a client that is logged in. `name` is the host's; what carries the connection goes down with it. */
export function watchConnection(name: string, client: Client, socket: Duplex): Connection {
  let lost: ConnectionLost | undefined;
  const listeners = new Set<(why: ConnectionLost) => void>();
  const become = (why: string, cause?: unknown): void => {
    if (lost !== undefined) return;
    lost = new ConnectionLost(
      `the connection to ${name} ${why}`,
      cause === undefined ? undefined : { cause },
    );
    for (const listener of listeners) listener(lost);
    listeners.clear();
  };
  const drop = (why: string, cause?: unknown): void => {
    become(why, cause);
    client.destroy();
    socket.destroy();
  };
  client.on('error', (error) => drop(`broke: ${explainLoss(error)}`, error));
  client.on('end', () => drop('was closed by the other side'));
  client.on('close', () => drop('was closed'));
  return {
    client,
    lost: () => lost,
    onLost: (listener) => {
      if (lost === undefined) listeners.add(listener);
      else listener(lost);
      return () => listeners.delete(listener);
    },
    drop,
    end: () =>
      new Promise((resolve) => {
        const timer = setTimeout(done, 1_000);
        function done(): void {
          clearTimeout(timer);
          drop('is closed');
          resolve();
        }
        socket.once('close', done);
        become('is closed');
        if (socket.destroyed || !socket.writable) done();
        else client.end();
      }),
  };
}

function explainLoss(error: Error): string {
  if (error.message === 'Keepalive timeout') return 'the other side does not answer any more';
  return explainNetworkError(error) ?? error.message;
}
