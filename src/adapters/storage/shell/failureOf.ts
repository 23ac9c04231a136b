import type { RunResult } from '../../../ports/remoteShell.ts';
import { LockLost, StorageFull, StorageGone } from '../../../ports/storage.ts';
import { Failure } from '../../../shared/failure.ts';
import { lastLine } from '../../lastLine.ts';
import type { OperationName } from './scriptOf.ts';

/** What the exit statuses of the scripts mean. */
export const statusOf = {
  done: 0,
  /** The answer is no. */
  no: 80,
  /** There is nothing of that name. */
  none: 81,
  lockLost: 90,
  gone: 91,
  readOnly: 93,
  /** Ended by SIGKILL. */
  killed: 137,
} as const;

/** What is wrong when a script ended with a status that is no answer. */
export function failureOf(name: OperationName, host: string, { status, stderr }: RunResult): Error {
  const line = lastLine(stderr);
  if (status === statusOf.lockLost) return new LockLost();
  if (status === statusOf.gone || status === statusOf.readOnly) return new StorageGone(line);
  if (/No space left on device|quota exceeded/i.test(stderr)) return new StorageFull();
  const gone = goneWords.find(([pattern]) => pattern.test(stderr));
  if (gone !== undefined) return new StorageGone(gone[1]);
  const why =
    status === statusOf.killed
      ? 'the command was killed (is there too little memory?)'
      : line || `exit code ${status}`;
  return new Failure('world', `${host}: ${tasks[name]}: ${why}`, {
    next: 'The same command goes on from here when it is run again.',
    cause: status,
  });
}

/** What the kernel says of a disk that went away under a command, and in words. */
const goneWords: readonly (readonly [RegExp, string])[] = [
  [/Read-only file system/, 'the file system of the storage is read-only'],
  [/Input\/output error|I\/O error/, 'the device of the storage reports an input/output error'],
  [/No such device|not connected|Structure needs cleaning/, 'the device of the storage does not answer'],
];

const tasks: Readonly<Record<OperationName, string>> = {
  survey: 'the storage cannot be read',
  lock: 'the lock cannot be taken',
  unlock: 'the lock cannot be given back',
  unpack: 'files cannot be put on the storage',
  partSize: 'an upload cannot be looked at',
  append: 'an upload cannot be written',
  settle: 'an upload cannot be given its name',
  mismatches: 'files cannot be verified',
  sizes: 'files cannot be looked at',
  read: 'a file cannot be read',
  seal: 'a seal cannot be written',
  unseal: 'a seal cannot be removed',
  writeSlot: 'the pointer cannot be written',
  remove: 'something cannot be removed',
  note: 'the journal cannot be written',
};
