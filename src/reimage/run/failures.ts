import { LockLost } from '../../ports/storage.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';
import type { Leftover } from './end.ts';

/** A run ended because it could not be written down. */
export function unkept(error: unknown, left: readonly Leftover[]): Failure {
  if (error instanceof LockLost) {
    return new Failure(
      'world',
      'somebody else took the lock over: this run ended, and what was under way was stopped',
      {
        next: 'pilotlight reimage --resume goes on, once the other one is done',
        cause: error,
      },
    );
  }
  const armed = left.filter(({ what }) => what === 'armed').map(({ hostname }) => hostname);
  const still = armed.length === 0 ? 'nothing is armed' : `${armed.join(', ')} may still be armed`;
  const why = error instanceof Failure ? error.message : explainSystemError(error);
  return new Failure(
    'world',
    `the run cannot be written down on the storage, so it ended: ${why}; what was under way was stopped, and ${still}`,
    {
      next: `${error instanceof Failure && error.next !== undefined ? `${error.next}; then ` : ''}pilotlight reimage --resume goes on from there`,
      cause: error,
    },
  );
}
