import { Failure } from '../../shared/failure.ts';
import { publicKeyLine } from '../../shared/hostKey.ts';
import { explainNetworkError } from '../networkErrors.ts';
import type { Login } from './credentials.ts';
import { hostName, type PinnedHost } from './hostKeys.ts';
import type { SshLimits } from './limits.ts';

/** Where a connection was when it failed; `stranger` when what answers does not begin as an SSH server does. */
export type ConnectStage = 'connect' | 'stranger' | 'handshake' | 'login';

/** Why there is no connection, and what to look at. `error` is undefined when the other side just closed it. */
export function explainConnectError(
  host: PinnedHost,
  error: (Error & { readonly level?: string }) | undefined,
  stage: ConnectStage,
  limits: SshLimits,
): Failure {
  const failed = (why: string, next: string): Failure =>
    new Failure('world', `cannot connect to ${hostName(host)}: ${why}`, { next, cause: error });
  const place = `${host.host} port ${host.port}`;
  const reachable = `Check that it is switched on and that an SSH server listens at ${place}.`;

  if (stage === 'stranger')
    return failed('what answers is no SSH server', `Check the address and the port: ${place}.`);
  const network = error === undefined ? undefined : explainNetworkError(error);
  if (network !== undefined) return failed(network, reachable);
  if (error?.level === 'client-timeout') {
    const seconds = limits.connectMilliseconds / 1000;
    return stage === 'connect'
      ? failed(`there was no answer within ${seconds} s`, reachable)
      : failed(`it answers, but did not let us in within ${seconds} s`, 'It may be overloaded: try again.');
  }
  if (error === undefined || /^Connection lost before handshake/.test(error.message)) {
    return stage === 'login'
      ? failed(
          'it closed the connection while we logged in',
          'Fewer keys in the agent may help; its log says more.',
        )
      : failed(
          'it closed the connection',
          'It may allow few connections at once, or bar this address: see its log.',
        );
  }
  const nothing = /^Handshake failed: no matching (.*)$/.exec(error.message)?.[1];
  if (nothing !== undefined) {
    return failed(`it knows no ${nothing} that is known here`, 'Its SSH server is too old: update it.');
  }
  return failed(error.message, reachable);
}

/** None of the keys is let in. */
export function loginRefused(
  host: PinnedHost,
  logins: readonly Login[],
  methods: readonly string[],
): Failure {
  const offered = logins.flatMap((login) => login.offered);
  const keys = offered.map(({ description }) => description).join('; ');
  const takes = methods.length > 0 ? ` It takes: ${methods.join(', ')}.` : '';
  const [only, ...more] = offered;
  const line = only !== undefined && more.length === 0 ? `: ${publicKeyLine(only.blob)}` : '';
  return new Failure('world', `${hostName(host)} lets none of these keys in: ${keys}.${takes}`, {
    next:
      methods.length > 0 && !methods.includes('publickey')
        ? 'Allow keys in the configuration of its SSH server.'
        : `Add the public key to /etc/dropbear/authorized_keys (OpenWrt) or ~${host.user}/.ssh/authorized_keys${line}`,
  });
}
