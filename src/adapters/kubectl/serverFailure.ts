import type { RunResult } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';

/** Exit statuses of the scripts that no program of K3s has. */
const status = { noSudo: 126, missing: 127 } as const;

/** What is wrong with a server where a script could not run at all; undefined where it ran, whatever came of it. */
export function serverFailure(hostname: string, result: Pick<RunResult, 'status'>): Failure | undefined {
  if (result.status === status.missing)
    return new Failure('world', `${hostname}: there is no K3s`, {
      next: 'Ask another server, or install this one first.',
    });
  if (result.status === status.noSudo)
    return new Failure(
      'world',
      `${hostname}: kubectl and etcd answer root alone, and sudo asks for a password`,
      {
        next: 'Log in as core, or as a user whose sudo asks for none.',
      },
    );
  return undefined;
}
