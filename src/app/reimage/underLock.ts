import { explain } from '../../deploy/run/explain.ts';
import type { ReadStorage } from '../../deploy/run/readStorage.ts';
import { Standing } from '../../deploy/run/standing.ts';
import { takeLock } from '../../deploy/run/takeLock.ts';
import type { RunTools } from '../../deploy/run/tools.ts';
import { letGo } from '../../deploy/run/unlock.ts';
import type { LockHandle } from '../../ports/storage.ts';
import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';
import { ownerOf } from '../storage/owner.ts';
import type { StoragePlace } from '../storage/place.ts';

/** Milliseconds that giving the lock back may take. */
const patience = 15_000;

/**
 * Does work under the storage's lock, so that no other reimage, and no deploy, comes in between. A stop ends the wait for the lock; what is
 * done under it has to come to an end of its own.
 *
 * @param first what the storage looked like before
 */
export async function underLock<T>(
  { settings }: StoragePlace,
  world: World,
  tools: RunTools,
  first: Pick<ReadStorage, 'survey' | 'state'>,
  work: (handle: LockHandle, steady: RunTools) => Promise<T>,
): Promise<T> {
  const { signal: _signal, ...steady } = tools;
  const request = { settings, owner: ownerOf('reimage', world) };
  let taken: LockHandle | undefined;
  try {
    const handle = await takeLock(request, tools, first.survey, (lock) => {
      taken = lock;
      tools.onLock?.(lock);
    });
    return await work(handle, steady);
  } catch (error) {
    throw error instanceof Failure ? error : explain(error, new Standing(first.state), tools, settings);
  } finally {
    if (taken !== undefined) await letGo(steady, taken, patience);
  }
}
