import { ConnectionLost } from '../../ports/remoteShell.ts';
import type { LockHandle, Storage } from '../../ports/storage.ts';
import { parseOwner } from '../lock.ts';
import type { RunTools } from './tools.ts';

/**
 * Gives a lock back that another process took, when its owner is still the one with the token. Answers whether it was. For what comes after
 * a job that was cancelled.
 */
export async function giveBack(storage: Storage, token: string): Promise<boolean> {
  return onceMore(storage, async () => {
    const { lock } = await storage.survey({});
    if (lock === undefined || parseOwner(lock.owner)?.token !== token) return false;
    await storage.unlock({ number: lock.number, token });
    return true;
  });
}

/** Tries to give the own lock back within some time, whatever else went wrong. Answers whether it was given back. */
export async function letGo(tools: RunTools, handle: LockHandle, milliseconds: number): Promise<boolean> {
  tools.onEvent?.({ stage: 'unlock', subject: tools.storage.name });
  const enough = new AbortController();
  try {
    const unlocked = onceMore(tools.storage, () => tools.storage.unlock(handle));
    return await Promise.race([
      unlocked.then(
        () => true,
        () => false,
      ),
      tools.wait(milliseconds, enough.signal).then(
        () => false,
        () => false,
      ),
    ]);
  } finally {
    enough.abort();
  }
}

/** With one new connection, where the old one is gone. */
async function onceMore<T>(storage: Storage, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    await storage.reconnect();
    return operation();
  }
}
