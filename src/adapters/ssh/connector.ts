import type { Duplex } from 'node:stream';
import type { SshDestination } from '../../ports/remoteShell.ts';
import { type Connection, watchConnection } from './connection.ts';
import { type Login, loadLogins, type SshCredentials } from './credentials.ts';
import { hostKeyCheck, hostName, type PinnedHost } from './hostKeys.ts';
import type { SshLimits } from './limits.ts';
import { loadSsh2 } from './loadSsh2.ts';
import { logIn } from './logIn.ts';
import { openForwarded, openSocket } from './openSocket.ts';

/** Makes connections to a destination, through its jump host where it has one. Throws a Failure. */
export type Connect = (destination: SshDestination, signal?: AbortSignal) => Promise<Connection>;

/** Connects with these credentials; their keys are read once, at the first connection. */
export function connector(credentials: SshCredentials, limits: SshLimits): Connect {
  let loading: Promise<Tools> | undefined;
  return async (destination, signal) => {
    loading ??= load(credentials).catch((error) => {
      loading = undefined;
      throw error;
    });
    const tools = await loading;
    signal?.throwIfAborted();
    const target: PinnedHost = { ...destination, pinnedAt: 'router.ssh.hostKeys' };
    if (destination.jump === undefined)
      return connectTo(target, async () => openSocket(target), tools, limits, signal);

    const jump: PinnedHost = { ...destination.jump, pinnedAt: 'router.ssh.jump.hostKeys' };
    const through = await connectTo(jump, async () => openSocket(jump), tools, limits, signal);
    const forward = { milliseconds: limits.connectMilliseconds, signal };
    try {
      const connection = await connectTo(
        target,
        () => openForwarded(through, jump, target, forward),
        tools,
        limits,
        signal,
      );
      through.onLost((why) => connection.drop(`broke: ${why.message}`, why));
      connection.onLost(() => through.end());
      return connection;
    } catch (error) {
      await through.end();
      throw error;
    }
  };
}

interface Tools {
  readonly ssh2: typeof import('ssh2');
  readonly logins: readonly Login[];
}

async function load(credentials: SshCredentials): Promise<Tools> {
  const ssh2 = await loadSsh2();
  return { ssh2, logins: await loadLogins(ssh2, credentials) };
}

/** Connects and logs in, once for each kind of host key that is worth asking for. */
async function connectTo(
  host: PinnedHost,
  open: () => Promise<Duplex>,
  { ssh2, logins }: Tools,
  limits: SshLimits,
  signal: AbortSignal | undefined,
): Promise<Connection> {
  const check = hostKeyCheck(host);
  for (;;) {
    const before = check.shown();
    const socket = await open();
    try {
      const client = await logIn(ssh2, { host, check, logins, socket, limits, signal });
      return watchConnection(hostName(host), client, socket);
    } catch (error) {
      signal?.throwIfAborted();
      if (check.shown() > before && check.worthAnotherTry()) continue;
      throw check.refusal() ?? error;
    }
  }
}
