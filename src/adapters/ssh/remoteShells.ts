import {
  ConnectionLost,
  type RemoteShell,
  type RemoteShells,
  type SshDestination,
} from '../../ports/remoteShell.ts';
import { commandLine } from './commandLine.ts';
import type { Connection } from './connection.ts';
import { connector } from './connector.ts';
import type { SshCredentials } from './credentials.ts';
import { hostName } from './hostKeys.ts';
import { defaultLimits, type SshLimits } from './limits.ts';
import { runCommand } from './runCommand.ts';

export type { SshCredentials, SshLimits };

/** Shells over SSH, with ssh2: nothing of the machine's own SSH is used or written. Keys are read when the first shell is opened. */
export function remoteShells(credentials: SshCredentials, limits: Partial<SshLimits> = {}): RemoteShells {
  const all: SshLimits = { ...defaultLimits, ...limits };
  const connect = connector(credentials, all);
  return {
    open: async (destination, signal) => {
      const first = await connect(destination, signal);
      return shell(destination, first, (again) => connect(destination, again), all);
    },
  };
}

function shell(
  destination: SshDestination,
  first: Connection,
  connect: (signal?: AbortSignal) => Promise<Connection>,
  limits: SshLimits,
): RemoteShell {
  const name = hostName(destination);
  let connection = first;
  let closed = false;
  const oneByOne = queue();
  return {
    name,
    run: async (script, parameters, options = {}) => {
      const line = commandLine(script, parameters);
      return oneByOne(() => runCommand(connection, line, options, limits));
    },
    reconnect: (signal) =>
      oneByOne(async () => {
        if (closed) throw new ConnectionLost(`the connection to ${name} is closed`);
        if (connection.lost() !== undefined) connection = await connect(signal);
        if (closed) await connection.end();
      }),
    close: async () => {
      closed = true;
      await connection.end();
    },
  };
}

/** Runs what it is given one after the other. */
function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
}
