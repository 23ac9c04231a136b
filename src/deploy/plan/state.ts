import type { Digest } from '../../shared/digest.ts';

/** The pointer: which release machines boot. */
export interface Pointer {
  /** Raised by one with every switch. */
  readonly sequence: number;
  readonly release: Digest;
  /** The release that was current before; where `rollback` goes. */
  readonly previous: Digest | undefined;
}

/** What a seal says of a folder that was verified and is whole. */
export interface Seal {
  readonly kind: 'release' | 'coreos' | 'k3s';
  /** `releases/<id>`, `images/coreos/<version>/<architecture>`, `k3s/<version>`; a seal in another folder is void. */
  readonly path: string;
  /** The release id; of an image set the digest of its names and hashes. */
  readonly content: Digest;
  readonly files: number;
  readonly bytes: number;
  /** The pointer's sequence number when it was made: orders releases by age without a clock. */
  readonly sequence: number;
  /** Paths of the image sets that a release needs. */
  readonly assets: readonly string[];
}

/** A release or image set on the storage. */
export interface StoredFolder {
  readonly kind: 'release' | 'coreos' | 'k3s';
  readonly path: string;
  /** Undefined: not whole, or never verified. */
  readonly seal: Seal | undefined;
}

/** Who has the lock, as far as it can be told. */
export interface LockState {
  readonly number: number;
  readonly owner: LockOwner | undefined;
  /** Seconds since its owner was last heard of; undefined when the router started anew since. */
  readonly quietSeconds: number | undefined;
  /** `stale`: its owner is gone, and the next run may take it over. */
  readonly verdict: 'held' | 'stale';
  /** Why, in words. */
  readonly reason: string;
}

/** What a run says of itself when it takes the lock. */
export interface LockOwner {
  readonly token: string;
  /** `deploy`, `rollback`, `gc`, `verify` */
  readonly command: string;
  /** `louis@laptop`, or `lerenn/lab run 42 on runner-1` */
  readonly who: string;
  /** Page of the workflow run. */
  readonly url?: string | undefined;
  readonly host: string;
  /** Process id on that host. */
  readonly process: number;
  /** Seconds since 1970 by the owner's clock. */
  readonly since: number;
}

/** One line of what was done to a storage. */
export interface JournalEntry {
  readonly event: 'deployed' | 'rolledBack' | 'collected' | 'verified' | 'reimaged';
  /** Seconds since 1970 by the clock of the machine that did it. */
  readonly at: number;
  readonly who: string;
  readonly release?: Digest | undefined;
  /** Bytes that were uploaded, and seconds that this took. */
  readonly bytes?: number | undefined;
  readonly seconds?: number | undefined;
  /** Of `reimaged`: what became of which nodes, by host name, in which run. */
  readonly reimage?: JournalReimage | undefined;
}

/** Nodes that came to the same end in a reimage. */
export interface JournalReimage {
  readonly run: string;
  /** `removed`: they left the cluster for good. */
  readonly outcome: 'done' | 'failed' | 'out' | 'removed';
  readonly nodes: readonly string[];
  /** When the steps of these nodes were done; missing where a line has no room for it. */
  readonly steps?: readonly JournalStep[];
}

/** A step of a node: which of the nodes it is, the step's name, seconds since the run began, and seconds that it took. */
export type JournalStep = readonly [node: number, step: string, began: number, took: number];

/** The boot file of static mode, which machines follow, whatever the pointer says. */
export interface BootFile {
  /** What machines boot; undefined where there is no boot file, or none of ours. */
  readonly release: Digest | undefined;
}

/** A storage, understood. */
export interface StorageState {
  /** Whether anything of ours is there yet. */
  readonly exists: boolean;
  readonly pointer: Pointer | undefined;
  /** What is wrong with the slots of the pointer, in words. */
  readonly pointerProblems: readonly string[];
  /** Undefined where there is none to be: a program on the router reads the pointer. */
  readonly bootFile?: BootFile;
  /** By path. */
  readonly folders: readonly StoredFolder[];
  /** Uploads that did not end: path of the part, and bytes that are there. */
  readonly parts: readonly { readonly path: string; readonly size: number }[];
  readonly lock: LockState | undefined;
  /** The newest last. */
  readonly journal: readonly JournalEntry[];
  /** Bytes a second of the last upload that was worth measuring. */
  readonly rate: number | undefined;
  readonly mount:
    | { readonly point: string; readonly device: string; readonly fileSystem: string }
    | undefined;
  readonly space: { readonly totalBytes: number; readonly freeBytes: number } | undefined;
}
