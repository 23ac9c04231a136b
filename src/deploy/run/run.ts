import type { LockHandle } from '../../ports/storage.ts';
import type { LockOwner } from '../plan/state.ts';
import { explain } from './explain.ts';
import type { ReadStorage } from './readStorage.ts';
import { Standing } from './standing.ts';
import { takeLock } from './takeLock.ts';
import type { RunTools, StorageSettings } from './tools.ts';
import { letGo } from './unlock.ts';

/** A run that holds the lock. */
export interface Run {
  readonly tools: RunTools;
  readonly settings: StorageSettings;
  readonly owner: Omit<LockOwner, 'token'>;
  readonly handle: LockHandle;
  readonly standing: Standing;
  /** What did not go as it should, and does not keep the run from its end. */
  readonly warnings: string[];
}

export interface RunRequest {
  readonly settings: StorageSettings;
  readonly owner: Omit<LockOwner, 'token'>;
}

/**
 * Does work under the lock, and gives the lock back whatever happens. Every error becomes a Failure that says what machines are served.
 *
 * @param first what the storage looked like before
 */
export async function underLock<T>(
  request: RunRequest,
  tools: RunTools,
  first: Pick<ReadStorage, 'survey' | 'state'>,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const { settings, owner } = request;
  const standing = new Standing(first.state);
  let taken: LockHandle | undefined;
  try {
    const handle = await takeLock(request, tools, first.survey, (lock) => {
      taken = lock;
      tools.onLock?.(lock);
    });
    const run: Run = { tools, settings, owner, handle, standing, warnings: [] };
    const answer = await work(run);
    taken = undefined;
    if (!(await letGo(tools, handle, patienceAtTheEnd))) run.warnings.push(notGivenBack(settings));
    return answer;
  } catch (error) {
    const failure = explain(error, standing, tools, settings);
    if (taken !== undefined) await letGo(tools, taken, patienceAfterFailure);
    throw failure;
  }
}

/** Milliseconds. A runner that cancels a job gives it some seconds. */
const patienceAfterFailure = 3000;
const patienceAtTheEnd = 15_000;

function notGivenBack({ lock: { graceSeconds } }: StorageSettings): string {
  return `the lock could not be given back: the next run takes it over ${graceSeconds} s after this one ended`;
}
