import { kubectlScripts } from '../../generated/kubectlScripts.ts';
import { machineScripts } from '../../generated/machineScripts.ts';
import type { RemoteShell } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';
import { printable } from '../printable.ts';

/** Milliseconds without a word: systemd gives K3s a minute and a half to stop. */
const idleMilliseconds = 150_000;

/**
 * Stops K3s on a machine, until that starts anew or for good. May be said again. Throws ConnectionLost, and Failures.
 */
export async function stopK3s(
  shell: RemoteShell,
  until: 'restart' | 'for-good',
  signal?: AbortSignal,
): Promise<void> {
  const { status, stderr } = await shell.run(
    kubectlScripts['as-root'],
    [machineScripts['stop-k3s'], 'stop-k3s', until],
    { idleMilliseconds, ...(signal === undefined ? {} : { signal }) },
  );
  if (status === 0) return;
  const said = printable(stderr.trim().split('\n').at(-1) ?? '');
  throw new Failure(
    'world',
    `K3s on ${shell.name} does not stop: ${said === '' ? `status ${status}` : said}`,
  );
}
