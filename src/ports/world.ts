import type { Cache } from './cache.ts';
import type { InventorySource } from './inventorySource.ts';
import type { Loopback } from './loopback.ts';
import type { ReleaseFolders } from './releaseFolder.ts';
import type { ShellChecker } from './shellcheck.ts';
import type { Translator } from './translator.ts';

/** Everything outside the program that a command may need. Front doors make one and hand it to `app`. */
export interface World {
  readonly inventory: InventorySource;
  readonly releases: ReleaseFolders;
  readonly translator: Translator;
  readonly cache: Cache;
  /** Checks scripts where it is installed. */
  readonly shellcheck: ShellChecker;
  readonly loopback: Loopback;
  /** Pilotlight's own version. */
  readonly version: string;
  /** Milliseconds of a clock that only goes forward, for telling how long something took. */
  now(): number;
}
