import { giveBack } from '../../deploy/run/unlock.ts';
import type { Storages, StorageTarget } from '../../ports/storages.ts';
import type { World } from '../../ports/world.ts';
import type { StorageHooks } from './options.ts';

/** A lock that a run took, with all that another process needs to give it back. Nothing of it is secret. */
export interface HeldLock {
  readonly site: string;
  readonly target: StorageTarget;
  readonly token: string;
}

/**
 * A world, and a hook, that together tell of each lock where it was taken: a storage is opened before its lock is taken, and one storage
 * is worked on at a time.
 */
export function tellingOfLocks(
  world: World,
  onHeld: (lock: HeldLock) => void,
): { world: World; onLock: NonNullable<StorageHooks['onLock']> } {
  let opened: StorageTarget | undefined;
  const open: Storages['open'] = (target, signal) => {
    opened = target;
    return world.storages.open(target, signal);
  };
  return {
    world: { ...world, storages: { open } },
    onLock: (site, { token }) => {
      if (opened !== undefined) onHeld({ site, target: opened, token });
    },
  };
}

/** Gives back a lock that another process took. Answers whether it was still that one's. */
export async function giveBackHeld(
  { target, token }: HeldLock,
  storages: Storages,
  signal: AbortSignal,
): Promise<boolean> {
  const storage = await storages.open(target, signal);
  try {
    return await giveBack(storage, token);
  } finally {
    await storage.close().catch(() => undefined);
  }
}
