import type { Http } from '../../ports/http.ts';
import type { LockHandle, Storage } from '../../ports/storage.ts';
import type { LockRules } from '../lock.ts';
import type { OnDeployEvent } from '../progress.ts';

/** What every run on a storage works with: the storage, and what of the world it may use. */
export interface RunTools {
  readonly storage: Storage;
  /** Ends the run: the lock is given back, and a Failure says where things stand. */
  readonly signal?: AbortSignal;
  readonly onEvent?: OnDeployEvent;
  /** Milliseconds from any start, that only grow. */
  now(): number;
  /** Seconds since 1970. */
  clock(): number;
  /** Waits; throws what the signal says when that comes first. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** A token that nobody else has: at least 128 random bits, letters and digits. */
  random(): string;
  /** Told of the lock before it is taken, so that a later step can give it back when this process was ended. */
  onLock?(handle: LockHandle): void;
}

/** How a storage is to be treated. */
export interface StorageSettings {
  /** Whether the storage has to be a mount point of its own: `any` for folders of this machine. */
  readonly mount: 'required' | 'any';
  /** `/mnt/usb` */
  readonly storage: string;
  /** Releases that are kept beside the current and the previous one, the newest first. */
  readonly keepReleases: number;
  /** Bytes that have to stay free. */
  readonly reserveBytes: number;
  readonly lock: LockSettings;
  /** Whether machines follow a file that is written with every switch, and not a program that reads the pointer (`router.gate: static`). */
  readonly bootFile?: boolean;
}

/** When a lock counts as left behind, and how long to wait for one that is held. */
export interface LockSettings extends LockRules {
  /** Seconds; 0: not at all. */
  readonly waitSeconds: number;
}

/** How to see what machines are served. */
export interface HttpCheck {
  readonly http: Http;
  /** The root folder of the storage as machines see it: `http://192.168.26.1/pilotlight`. */
  readonly url: string;
}
