import { ConnectionLost, type RemoteShell } from '../../ports/remoteShell.ts';
import { inParallel } from '../../shared/inParallel.ts';
import type { MachineView } from '../plan/facts.ts';
import { shellProblem } from './problem.ts';
import { type ReadOptions, readMachine } from './readMachine.ts';

/** Opens a shell on a node. Throws as RemoteShells.open does. */
export type OpenShell<N> = (node: N, signal?: AbortSignal) => Promise<RemoteShell>;

/** What names a machine. */
interface Named {
  readonly hostname: string;
}

/** What each of these nodes says of itself, by host name, some at a time. One that does not answer says why, and is none that throws. */
export async function seeMachines<N extends Named>(
  open: OpenShell<N>,
  nodes: readonly N[],
  atATime: number,
  options: ReadOptions = {},
): Promise<ReadonlyMap<string, MachineView>> {
  const views = await inParallel(
    nodes,
    atATime,
    async (node) => [node.hostname, await seeMachine(open, node, options)] as const,
  );
  return new Map(views);
}

/** What one node says of itself. Throws only when it is aborted. */
export async function seeMachine<N extends Named>(
  open: OpenShell<N>,
  node: N,
  options: ReadOptions = {},
): Promise<MachineView> {
  const { signal } = options;
  let shell: RemoteShell | undefined;
  try {
    shell = await open(node, signal);
    return await readTwice(shell, options);
  } catch (error) {
    signal?.throwIfAborted();
    const problem = shellProblem(node.hostname, error);
    if (problem === undefined) throw error;
    return { answers: false, problem };
  } finally {
    await shell?.close();
  }
}

/** A connection that broke tells nothing of the machine: a restarting SSH server does that. */
async function readTwice(shell: RemoteShell, options: ReadOptions): Promise<MachineView> {
  try {
    return await readMachine(shell, options);
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    options.signal?.throwIfAborted();
    await shell.reconnect(options.signal);
    return readMachine(shell, options);
  }
}
