import type { Cache } from './cache.ts';
import type { Downloads } from './downloads.ts';
import type { Gates } from './gates.ts';
import type { Http } from './http.ts';
import type { Identity } from './identity.ts';
import type { ImageCache } from './imageCache.ts';
import type { ImageFile, ImageFiles } from './imageFiles.ts';
import type { InventorySource } from './inventorySource.ts';
import type { K3sServer, KubeconfigChoice, Kubectl } from './kubectl.ts';
import type { Loopback } from './loopback.ts';
import type { NewFiles } from './newFiles.ts';
import type { Powers } from './power.ts';
import type { ReleaseFolders } from './releaseFolder.ts';
import type { RemoteShell, RemoteShells } from './remoteShell.ts';
import type { Routers } from './routers.ts';
import type { Secrets } from './secrets.ts';
import type { ShellChecker } from './shellcheck.ts';
import type { Signatures } from './signatures.ts';
import type { Storages } from './storages.ts';
import type { TextFiles } from './textFiles.ts';
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
  /** Of nodes. */
  readonly shells: RemoteShells;
  /** kubectl and etcd of the server that a shell reaches, by its host name. */
  k3sServer(shell: RemoteShell, hostname: string): K3sServer;
  /** kubectl of this machine, with a kubeconfig. Throws a Failure where either is missing. */
  kubectl(choice: KubeconfigChoice, signal?: AbortSignal): Promise<Kubectl>;
  /** Loaded when it is asked for. */
  powers(): Promise<Powers>;
  readonly newFiles: NewFiles;
  readonly textFiles: TextFiles;
  /** Writes a file in place of the one that is there, if any: whole or not at all. Throws a Failure. */
  replaceFile(path: string, text: string): Promise<void>;
  /** As booting nodes use it, over the network. */
  readonly http: Http;
  /** As firmware uses it. */
  readonly tftp: Tftp;
  /** Files of image sets in a folder that is laid out as a storage. */
  imageFiles(folder: string): ImageFiles;
  /** The same folder, to be written to. */
  imageCache(folder: string): ImageCache;
  /** The paths of all regular files below a folder, relative to it, sorted. Throws a Failure where it cannot be read. */
  filesBelow(folder: string): Promise<readonly string[]>;
  /** Big files from servers far away. */
  downloads(): Downloads;
  readonly signatures: Signatures;
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
