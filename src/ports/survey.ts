import type { Digest } from '../shared/digest.ts';

/**
 * What a router's storage looks like, as one question tells. Texts are as they lie there: whether they can be trusted is decided in
 * `deploy/`, the same for every kind of target.
 */
export interface Survey {
  /** The mounted file system that holds the root folder; undefined where there is none of that name. */
  readonly mount: SurveyedMount | undefined;
  readonly space: { readonly totalBytes: number; readonly freeBytes: number } | undefined;
  /** Commands that are needed and not there. */
  readonly missingCommands: readonly string[];
  readonly system: SurveyedSystem;
  /** Whether the root folder is there at all. */
  readonly exists: boolean;
  /** The two slots of the pointer; undefined where there is no such file. */
  readonly slots: readonly [string | undefined, string | undefined];
  /** Every release and image set that has a folder: with its seal, where it has one. */
  readonly folders: readonly SurveyedFolder[];
  /** Uploads that did not end: path below the root, and bytes that are there. */
  readonly parts: readonly { readonly path: string; readonly size: number }[];
  readonly lock: SurveyedLock | undefined;
  /** Lines of the journal, the newest last. */
  readonly journal: readonly string[];
  /** manifest.json of the releases that the slots name, by release id, but for the one that was said to be known. */
  readonly manifests: ReadonlyMap<string, string>;
}

export interface SurveyedMount {
  /** `/dev/sda1` */
  readonly device: string;
  /** `/mnt/usb` */
  readonly point: string;
  /** `ext4`, `vfat`, `fuseblk` */
  readonly fileSystem: string;
  readonly readOnly: boolean;
}

export interface SurveyedSystem {
  /** `OpenWrt 24.10.2`, or what else it says of itself. */
  readonly name: string;
  /** `opkg` or `apk`; undefined where neither is there. */
  readonly packageManager: 'opkg' | 'apk' | undefined;
  /** Seconds since 1970 by its clock, which may be wrong. */
  readonly clock: number;
  /** Seconds since it started. */
  readonly uptime: number;
  /** Changes with every start; empty where the system has none. */
  readonly bootId: string;
}

/** A folder that should hold a release (`releases/<id>`) or an image set (`images/coreos/<version>/<architecture>`, `k3s/<version>`). */
export interface SurveyedFolder {
  readonly path: string;
  /** The text of its seal: what says that it is whole. */
  readonly seal: string | undefined;
}

/** The lock with the highest number: see `deploy/lock.ts`. */
export interface SurveyedLock {
  readonly number: number;
  /** Who has it. */
  readonly owner: string;
  /** Seconds of uptime when its owner was last heard of, with the boot id that this counts from. */
  readonly beat: { readonly uptime: number; readonly bootId: string } | undefined;
  /** Whether the process that serves its owner's connection is still there; undefined where that cannot be told. */
  readonly connected: boolean | undefined;
}

/** What a survey may leave out, so that nothing to do costs one short answer. */
export interface SurveyQuestion {
  /** The release that is wanted: its manifest is known already. */
  readonly known?: Digest;
}
