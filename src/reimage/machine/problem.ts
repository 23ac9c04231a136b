import { ConnectionLost, HostKeyRefused } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';

/** Why a node cannot be asked, in words without a stop; undefined for what is no failure of the world, but a mistake in Pilotlight. */
export function shellProblem(hostname: string, error: unknown): string | undefined {
  if (error instanceof HostKeyRefused) return hostKeyProblem(hostname, error);
  if (error instanceof ConnectionLost || error instanceof Failure) return error.message.replace(/\.$/, '');
  return undefined;
}

/** Why a node is not believed to be who it should be, and what to do about it: both fingerprints, in words without a stop. */
export function hostKeyProblem(
  hostname: string,
  { shown, expected }: Pick<HostKeyRefused, 'shown' | 'expected'>,
): string {
  const shows = `it shows the SSH host key ${shown.join(' and ')}`;
  const compare = 'compare it with what its console shows, or with /etc/ssh/ssh_host_ed25519_key.pub on it';
  return expected.length === 0
    ? `${shows}, and none is known of it: the router's gate hears it at a first boot only, and forgets it when the router restarts; ${compare}, then pin it`
    : `${shows}, and ${expected.join(' or ')} is expected: it was installed anew by somebody, or another machine answers at its address; nothing was sent to it. ${compare[0]?.toUpperCase()}${compare.slice(1)}; pilotlight known-hosts ${hostname} tells what the gate heard`;
}
