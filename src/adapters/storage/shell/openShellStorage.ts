import type { RemoteShell } from '../../../ports/remoteShell.ts';
import type { Storage } from '../../../ports/storage.ts';
import { rootName } from '../../../shared/storageLayout.ts';
import { lockingOperations } from './lockingOperations.ts';
import { readingOperations } from './readingOperations.ts';
import { type ShellStorageOptions, scriptRunner } from './runScript.ts';
import { writingOperations } from './writingOperations.ts';

/**
 * A storage that a POSIX shell works on, on another machine: one command for each operation, with nothing but busybox's applets.
 * Nothing is written where the storage is not mounted, when it is to be.
 */
export function openShellStorage(shell: RemoteShell, options: ShellStorageOptions): Storage {
  const runner = scriptRunner(shell, options);
  return {
    name: `${shell.name} ${options.storage}/${rootName}`,
    ...readingOperations(runner),
    ...lockingOperations(runner),
    ...writingOperations(runner),
    reconnect: (signal) => shell.reconnect(signal),
    close: () => shell.close(),
  };
}
