import type { RunTools } from '../../deploy/run/tools.ts';
import type { World } from '../../ports/world.ts';
import type { StorageHooks } from './options.ts';
import type { StoragePlace } from './place.ts';

/** Opens a site's storage, hands over what a run needs, and closes it whatever happens. */
export async function withStorage<T>(
  site: string,
  { target }: StoragePlace,
  world: World,
  hooks: StorageHooks,
  act: (tools: RunTools) => Promise<T>,
): Promise<T> {
  const signal = hooks.stoppable?.();
  signal?.throwIfAborted();
  const { onEvent, onLock } = hooks;
  onEvent?.({ stage: 'connect', subject: site });
  const storage = await world.storages.open(target, signal);
  try {
    return await act({
      storage,
      ...(signal === undefined ? {} : { signal }),
      ...(onEvent === undefined ? {} : { onEvent }),
      ...(onLock === undefined ? {} : { onLock: (handle) => onLock(site, handle) }),
      now: () => world.now(),
      clock: () => world.clock(),
      wait: (milliseconds, until) => world.wait(milliseconds, until),
      random: () => world.random(),
    });
  } finally {
    // The connection may be what broke: closing it again is no news.
    await storage.close().catch(() => undefined);
  }
}
