import type { DeployEvent } from '../../deploy/progress.ts';
import type { LockHandle } from '../../ports/storage.ts';

/** Where a command finds a site's storage, and how it gets along with others that use it. */
export interface StorageOptions {
  /** A folder of this machine that stands for the router's storage. */
  readonly to?: string | undefined;
  /** Seconds to wait for a lock that somebody holds; none by default. */
  readonly lockSeconds?: number | undefined;
  /** Seconds without a sign of life after which a lock is taken over. */
  readonly staleSeconds?: number | undefined;
  /** Releases to keep, in place of what the inventory says. */
  readonly keep?: number | undefined;
  /** Whether what the router serves is asked for by HTTP, where the storage is the router's. */
  readonly httpCheck?: boolean | undefined;
}

/** What is told while a command works on a storage. */
export interface StorageHooks {
  readonly onEvent?: (event: DeployEvent) => void;
  /** The lock was taken: whoever has to give it back when this process cannot is told how. */
  readonly onLock?: (site: string, handle: LockHandle) => void;
  /** Asked for before a storage is opened: from then on, the command ends in an orderly way when the signal is aborted. */
  readonly stoppable?: () => AbortSignal;
}
