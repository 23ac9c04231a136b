import { powerScripts } from '../../../generated/powerScripts.ts';
import type { PowerState, PowerTools } from '../../../ports/power.ts';
import type { RemoteShell, RunResult } from '../../../ports/remoteShell.ts';
import { Failure } from '../../../shared/failure.ts';

/** A script that runs as root, with its parameters. */
export type RunAsRoot = (script: string, parameters: readonly string[]) => Promise<RunResult>;

/** Opens a shell for as long as it is used. */
export async function withShell<T>(
  open: (signal?: AbortSignal) => Promise<RemoteShell>,
  use: (shell: RemoteShell) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const shell = await open(signal);
  try {
    return await use(shell);
  } finally {
    await shell.close();
  }
}

/** Runs scripts in a shell as root, by sudo where the one who is logged in is somebody else. */
export function asRoot(shell: RemoteShell, signal: AbortSignal | undefined): RunAsRoot {
  const options = signal === undefined ? {} : { signal };
  return (script, parameters) =>
    shell.run(powerScripts['as-root'], [script, 'pilotlight', ...parameters], options);
}

/** Whether a system runs on the machine: one that does not let us in does, and one that does not answer may. */
export async function answers(
  { openNode }: Pick<PowerTools, 'openNode'>,
  user: string,
  signal?: AbortSignal,
): Promise<PowerState> {
  try {
    await withShell(
      (again) => openNode(user, again),
      async () => {},
      signal,
    );
    return 'on';
  } catch (error) {
    signal?.throwIfAborted();
    return error instanceof Failure && error.kind === 'refused' ? 'on' : 'unknown';
  }
}
