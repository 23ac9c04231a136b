import { LockLost, StorageFull, StorageGone } from '../../ports/storage.ts';
import { explainSystemError, Failure, type FailureKind } from '../../shared/failure.ts';
import { type Pointing, Standing } from './standing.ts';
import type { RunTools, StorageSettings } from './tools.ts';

/** Any error of a run, as a Failure that says what became of the run, what machines are served, and what to do next. */
export function explain(
  error: unknown,
  standing: Standing | undefined,
  tools: RunTools,
  { storage }: StorageSettings,
): Failure {
  const { kind, message, next } = causeOf(error, tools, storage);
  const where = standing === undefined ? 'nothing was changed' : standing.text;
  return new Failure(kind, `${message}; ${where}`, { next, cause: error });
}

/**
 * Does what comes before the lock, with errors as {@link explain} makes them.
 *
 * @param state undefined while the storage was not read yet
 */
export async function explained<T>(
  state: Pointing | undefined,
  tools: RunTools,
  settings: StorageSettings,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(error, state === undefined ? undefined : new Standing(state), tools, settings);
  }
}

interface Explained {
  readonly kind: FailureKind;
  readonly message: string;
  readonly next: string;
}

function causeOf(error: unknown, { signal }: RunTools, storage: string): Explained {
  if (signal?.aborted === true) return world('the run was stopped', goOn);
  if (error instanceof LockLost) {
    return world(error.message, `wait until the other run has ended, and ${goOn}`);
  }
  if (error instanceof StorageFull) {
    const room = 'make room: collect garbage (pilotlight gc), keep fewer releases (router.keepReleases)';
    return world(error.message, `${room} or take a bigger disk; then ${goOn}`);
  }
  if (error instanceof StorageGone) {
    return world(
      error.message,
      `see that the disk is there and mounted read-write at ${storage}; then ${goOn}`,
    );
  }
  if (error instanceof Failure) {
    return { kind: error.kind, message: error.message, next: error.next ?? goOn };
  }
  return world(explainSystemError(error), goOn);
}

const goOn = 'run the same command again to go on';

function world(message: string, next: string): Explained {
  return { kind: 'world', message, next };
}
