import type { RouterSystem } from './router.ts';
import type { StorageTarget } from './storages.ts';

/** How the configuration of routers is reached. */
export interface Routers {
  /**
   * Opens the router that has a storage. Throws a Failure: refused for a host key that is not pinned, usage for a folder, which is no router,
   * world for anything else.
   */
  open(target: StorageTarget, signal?: AbortSignal): Promise<RouterSystem>;
}
