import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Client } from 'ssh2';
import { expect, test } from 'vitest';
import { watchConnection } from '../../../src/adapters/ssh/connection.ts';
import { defaultLimits } from '../../../src/adapters/ssh/limits.ts';
import { runCommand } from '../../../src/adapters/ssh/runCommand.ts';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';

/** A client whose `exec` does this. */
function clientThat(exec: (line: string, done: (error: Error) => void) => void): Client {
  return Object.assign(new EventEmitter(), { exec, end: () => {}, destroy: () => {} }) as unknown as Client;
}

test.each([
  [
    'a socket that has ended, and nobody said so yet',
    () => {
      throw new Error('Not connected');
    },
  ],
  [
    'a server that opens no channel',
    (_line: string, done: (error: Error) => void) => done(new Error('open failed')),
  ],
])('%s: the connection is lost, and the command may be said again', async (_name, exec) => {
  const connection = watchConnection('root@router:22', clientThat(exec), new PassThrough());
  await expect(runCommand(connection, 'true', {}, defaultLimits)).rejects.toThrow(ConnectionLost);
  expect(connection.lost()).toBeInstanceOf(ConnectionLost);
});
