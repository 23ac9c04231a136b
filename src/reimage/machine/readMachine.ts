import { kubectlScripts } from '../../generated/kubectlScripts.ts';
import { machineScripts } from '../../generated/machineScripts.ts';
import type { RemoteShell } from '../../ports/remoteShell.ts';
import type { MachineView } from '../plan/facts.ts';
import { printable } from '../printable.ts';
import { readView } from './readView.ts';

/** Milliseconds without a word: lsblk waits for ever for a disk that does not answer. */
const idleMilliseconds = 20_000;

/** How a script ends that may not become root. */
const noRoot = 126;

/** How a machine is looked at. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Put before all paths. */
  readonly root?: string;
}

/**
 * What a machine says of itself, in one round trip. Nothing on it is changed. Throws ConnectionLost, after which it may be asked again, and
 * Failures of the shell; what it says that cannot be understood is a problem in words.
 */
export async function readMachine(
  shell: RemoteShell,
  { signal, root = '' }: ReadOptions = {},
): Promise<MachineView> {
  const { status, stdout, stderr } = await shell.run(
    kubectlScripts['as-root'],
    [machineScripts.see, 'see', root],
    { idleMilliseconds, ...(signal === undefined ? {} : { signal }) },
  );
  const said = printable(stderr.trim().split('\n').at(-1) ?? '');
  const because = said === '' ? '' : ` (${said})`;
  if (status === noRoot)
    return {
      answers: false,
      problem: `whoever logs in to ${shell.name} may not become root there without a password${because}: sudo has to let it, as it lets core`,
    };
  if (status !== 0)
    return { answers: false, problem: `${shell.name} cannot tell what it is: status ${status}${because}` };
  return (
    readView(Buffer.from(stdout).toString('utf8')) ?? {
      answers: false,
      problem: `what ${shell.name} tells of itself does not come to its end`,
    }
  );
}
