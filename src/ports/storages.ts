import type { SshDestination } from './remoteShell.ts';
import type { Storage } from './storage.ts';

/** Where a storage is, and what carries its protocol out. */
export type StorageTarget =
  /** In a folder of this machine. */
  | {
      readonly kind: 'directory' /** The folder that the root folder lies in, as a person would type it. */;
      readonly storage: string;
    }
  /** On a machine that is reached by SSH. */
  | {
      readonly kind: 'shell';
      readonly destination: SshDestination;
      /** The folder that the root folder lies in: `/mnt/usb`. */
      readonly storage: string;
      /** Whether that folder must be a mount point. */
      readonly mount: 'required' | 'any';
    };

/** How storages are opened. */
export interface Storages {
  /** Throws a Failure: refused for a host key that is not pinned, world for anything else. */
  open(target: StorageTarget, signal?: AbortSignal): Promise<Storage>;
}
