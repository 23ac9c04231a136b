import { LockLost, StorageFull, StorageGone } from '../../../ports/storage.ts';
import { explainSystemError, Failure } from '../../../shared/failure.ts';
import { hasCode } from './disk.ts';

/** An error of where the bytes came from, so that it is not taken for one of the storage. */
export class SourceFailed extends Error {
  constructor(cause: unknown) {
    super('the source of the bytes failed', { cause });
    this.name = 'SourceFailed';
  }
}

/** What the kernel says when a device was pulled out, or its server went away. */
const gone = ['EIO', 'ENODEV', 'ENXIO', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'ETIMEDOUT'] as const;

/**
 * What an error means for a storage: the errors of the port as they are, errors of the operating system in words.
 *
 * @param what `cannot write releases/…`
 */
export function explained(what: string, error: unknown): unknown {
  if (error instanceof SourceFailed) return error.cause;
  if (isPlain(error)) return error;
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return new StorageFull();
  if (hasCode(error, 'EROFS')) return new StorageGone(`${what}: the file system became read-only`);
  if (hasCode(error, ...gone)) return new StorageGone(`${what}: ${explainSystemError(error)}`);
  return new Failure('world', `${what}: ${explainSystemError(error)}`, {
    next: hasCode(error, 'EACCES', 'EPERM')
      ? 'run it as a user who may write there, or give the folder to this one'
      : 'mend that and run the same command again: it goes on where this one ended',
    cause: error,
  });
}

function isPlain(error: unknown): boolean {
  if (error instanceof LockLost || error instanceof StorageGone || error instanceof StorageFull) return true;
  return error instanceof Failure || (error as { syscall?: unknown } | undefined)?.syscall === undefined;
}

/** Runs what asks the disk, and explains its errors. */
export async function inWords<T>(what: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw explained(what, error);
  }
}
