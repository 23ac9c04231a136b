import type { Router } from '../../inventory/model/site.ts';
import type { SshHost } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';
import type { NodeOptions } from './options.ts';

/**
 * The host that nodes are reached through: the one that the router is reached through, or the router itself where that was asked for. One hop,
 * not two: then the only way is to run where the router is reached directly.
 */
export function jumpOf(
  site: string,
  { address, ssh }: Pick<Router, 'address' | 'ssh'>,
  { jumpRouter = false }: Pick<NodeOptions, 'jumpRouter'>,
): SshHost | undefined {
  const { port, user, hostKeys, jump } = ssh;
  if (!jumpRouter) return jump;
  if (jump === undefined) return { host: address, port, user, hostKeys };
  throw new Failure(
    'usage',
    `nodes of ${site} cannot be reached through its router: that is behind a jump host itself (router.ssh.jump), and two hops are not supported`,
    { next: `leave out --jump-router: nodes are then reached through ${jump.host}, too` },
  );
}
