import { explainSystemError, Failure } from '../../shared/failure.ts';

/** Why a file of the cache cannot be written, and what helps. */
export function cannotWrite(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { code } = error as { code?: string };
  const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
  return new Failure('world', `cannot write ${path}: ${explainSystemError(error)}`, {
    next: full
      ? 'make room (pilotlight images prune), or name another folder with --images; what was fetched is kept, and the same command goes on from there'
      : 'mend that, or name another folder with --images',
    cause: error,
  });
}
