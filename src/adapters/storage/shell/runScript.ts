import type { RemoteShell, RunOptions, RunResult } from '../../../ports/remoteShell.ts';
import type { LockHandle } from '../../../ports/storage.ts';
import { escapeMountPoint } from '../../../shared/mountPoint.ts';
import { failureOf, statusOf } from './failureOf.ts';
import { type OperationName, scriptOf } from './scriptOf.ts';
import { nextTurn } from './turns.ts';

/** Where the storage is on the other machine. */
export interface ShellStorageOptions {
  /** The folder that the root folder is in: `/mnt/usb` */
  readonly storage: string;
  /** `required`: a file system must be mounted at that very folder. `any`: the folder must only be there. */
  readonly mount: 'required' | 'any';
}

/** What an answer may take: nothing is sent while a disk is brought up to date or files are hashed. */
const patience = 30 * 60_000;

/** A script's answer: one of `statuses`, and what it printed. */
export type Answer = Pick<RunResult, 'stdout'> & { readonly status: number };

/** Runs the scripts on one storage. */
export interface ScriptRunner {
  /** Throws what the contract of the storage says for each status that is not an answer. */
  run(name: OperationName, parameters: readonly string[], options?: RunOptions): Promise<Answer>;
  /** The same under a lock. */
  runHeld(
    handle: LockHandle,
    name: OperationName,
    parameters: readonly string[],
    options?: RunOptions,
  ): Promise<Answer>;
}

/** A runner of scripts on the storage that a shell reaches. */
export function scriptRunner(
  shell: RemoteShell,
  { storage: folder, mount }: ShellStorageOptions,
): ScriptRunner {
  const storage = folder.replace(/(?<=.)\/+$/, '');
  const place = [storage, mount === 'required' ? escapeMountPoint(storage) : ''];

  const send = (name: OperationName, parameters: readonly string[], more: RunOptions): Promise<RunResult> =>
    shell.run(scriptOf(name), [...place, ...parameters], { idleMilliseconds: patience, ...more });

  const run: ScriptRunner['run'] = async (name, parameters, more = {}) => {
    const result = await send(name, parameters, more);
    if (result.status === statusOf.done || result.status === statusOf.no || result.status === statusOf.none) {
      return result;
    }
    throw failureOf(name, shell.name, result);
  };

  const runHeld: ScriptRunner['runHeld'] = async (handle, name, parameters, more) => {
    const held = (): string[] => [String(handle.number), handle.token, String(nextTurn())];
    try {
      return await run(name, [...held(), ...parameters], more);
    } catch (error) {
      if (wasKilled(error)) await askForLock(held);
      throw error;
    }
  };

  /** Throws LockLost where the lock is somebody else's: who took it over ended our command, and may end this question, too. */
  const askForLock = async (held: () => string[]): Promise<void> => {
    for (let asked = 0; asked < 3; asked += 1) {
      try {
        await run('partSize', [...held(), '']);
        return;
      } catch (error) {
        if (!wasKilled(error)) throw error;
      }
    }
  };

  return { run, runHeld };
}

function wasKilled(error: unknown): boolean {
  return error instanceof Error && error.cause === statusOf.killed;
}
