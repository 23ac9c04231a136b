import type { DeployEvent } from '../../deploy/progress.ts';
import type { RouterEvent } from '../../router/run/tools.ts';
import type { StorageHooks, StorageOptions } from '../storage/options.ts';

/** How a command gets along on a router. */
export interface RouterOptions extends Omit<StorageOptions, 'to' | 'keep'> {
  /** Folder with `ipxe/<architecture>/<name>`: binaries that the image lock gives a URL for. */
  readonly images?: string | undefined;
}

/** How a command that changes a router's configuration does so. */
export interface ChangeOptions extends RouterOptions {
  /** Seconds after which the router takes a change back that was not confirmed. */
  readonly timeoutSeconds: number;
}

/** What is told while a command works on a router. */
export interface RouterHooks extends Omit<StorageHooks, 'onEvent'> {
  readonly onEvent?: (event: DeployEvent | RouterEvent) => void;
}
