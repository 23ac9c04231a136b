import type { Cache } from './cache.ts';
import type { Gates } from './gates.ts';
import type { Http } from './http.ts';
import type { Identity } from './identity.ts';
import type { ImageFile, ImageFiles } from './imageFiles.ts';
import type { InventorySource } from './inventorySource.ts';
import type { Loopback } from './loopback.ts';
import type { NewFiles } from './newFiles.ts';
import type { ReleaseFolders } from './releaseFolder.ts';
import type { Routers } from './routers.ts';
import type { Secrets } from './secrets.ts';
import type { ShellChecker } from './shellcheck.ts';
import type { Storages } from './storages.ts';
import type { Tftp } from './tftp.ts';
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
  readonly storages: Storages;
  readonly gates: Gates;
  readonly routers: Routers;
  readonly secrets: Secrets;
  readonly newFiles: NewFiles;
  /** As booting nodes use it, over the network. */
  readonly http: Http;
  /** As firmware uses it. */
  readonly tftp: Tftp;
  /** Files of image sets in a folder that is laid out as a storage. */
  imageFiles(folder: string): ImageFiles;
  /** A file of this machine; undefined where there is none. */
  localFile(path: string): Promise<ImageFile | undefined>;
  identity(): Identity;
  /** Pilotlight's own version. */
  readonly version: string;
  /** Milliseconds of a clock that only goes forward, for telling how long something took. */
  now(): number;
  /** Seconds since 1970, for notes of when something was done. */
  clock(): number;
  /** Ends early, and throws an AbortError, when the signal is aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** A text that nobody can guess: 32 hexadecimal digits. */
  random(): string;
}
