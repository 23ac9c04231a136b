import type { Duplex } from 'node:stream';
import type ssh2 from 'ssh2';
import type { AnyAuthMethod, CipherAlgorithm, Client, ConnectConfig, NextAuthHandler } from 'ssh2';
import type { Login } from './credentials.ts';
import { type ConnectStage, explainConnectError, loginRefused } from './explain.ts';
import type { HostKeyCheck, PinnedHost } from './hostKeys.ts';
import type { SshLimits } from './limits.ts';

/** What one attempt to log in needs. */
export interface Attempt {
  readonly host: PinnedHost;
  readonly check: HostKeyCheck;
  readonly logins: readonly Login[];
  readonly socket: Duplex;
  readonly limits: SshLimits;
  readonly signal: AbortSignal | undefined;
}

/** The first is the fastest with dropbear, and costs a router half of what AES does; ssh2 of itself would rank it last. */
const ciphers = [
  'chacha20-poly1305@openssh.com',
  'aes128-gcm@openssh.com',
  'aes256-gcm@openssh.com',
  'aes128-ctr',
  'aes192-ctr',
  'aes256-ctr',
] as const satisfies readonly CipherAlgorithm[];

/** Logs in over a socket. Throws a Failure; whether it is the host's key that is refused is known to the check. */
export function logIn({ Client: NewClient }: typeof ssh2, attempt: Attempt): Promise<Client> {
  const { host, check, logins, socket, limits, signal } = attempt;
  const client = new NewClient();
  let stage: ConnectStage = 'connect';
  let methods: readonly string[] = [];
  const left = logins.map((login) => authMethod(host.user, login));

  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      signal?.removeEventListener('abort', aborted);
      client.destroy();
      socket.destroy();
      reject(error);
    };
    const aborted = (): void => fail(signal?.reason);

    client.on('connect', () => {
      stage = 'handshake';
      socket.once('data', (bytes: Buffer) => {
        if (!bytes.includes('SSH-')) stage = 'stranger';
      });
    });
    client.on('handshake', () => {
      stage = 'login';
    });
    client.on('ready', () => {
      signal?.removeEventListener('abort', aborted);
      resolve(client);
    });
    // Stays for good: an error without a listener ends the process.
    client.on('error', (error: Error & { level?: string }) => {
      if (error.level === 'agent' || error.message.startsWith('Error signing')) return;
      const refused = error.level === 'client-authentication';
      fail(refused ? loginRefused(host, logins, methods) : explainConnectError(host, error, stage, limits));
    });
    client.on('close', () => fail(explainConnectError(host, undefined, stage, limits)));

    const authHandler = (
      offered: readonly string[] | null,
      _partial: boolean,
      next: NextAuthHandler,
    ): void => {
      methods = offered ?? methods;
      // `false`, which the types do not know, says that there is nothing more to try.
      next(left.shift() ?? (false as unknown as AnyAuthMethod));
    };
    if (signal?.aborted === true) {
      aborted();
      return;
    }
    signal?.addEventListener('abort', aborted);
    client.connect({
      sock: socket,
      username: host.user,
      hostVerifier: (blob: Buffer) => check.accept(blob),
      readyTimeout: limits.connectMilliseconds,
      keepaliveInterval: limits.keepaliveMilliseconds,
      keepaliveCountMax: limits.keepaliveCount,
      algorithms: {
        cipher: [...ciphers],
        serverHostKey: check.algorithms(),
        compress: ['none'],
      },
      authHandler,
    } as ConnectConfig);
  });
}

function authMethod(username: string, login: Login): AnyAuthMethod {
  return login.kind === 'key'
    ? { type: 'publickey', username, key: login.key }
    : { type: 'agent', username, agent: login.agent };
}
