import type { JournalEntry, LockState, Pointer } from '../deploy/plan/state.ts';
import type { NodeStatus } from '../reimage/plan/nodeStatus.ts';
import type { ReleasePlan } from '../release/plan/plan.ts';
import type { Digest } from '../shared/digest.ts';

/** What lies on a site's storage, and how it is. */
export interface StorageReport {
  readonly site: string;
  /** The storage's own name: `root@192.168.26.1:22 /mnt/usb/pilotlight`. */
  readonly target: string;
  /** `OpenWrt 24.10.2` */
  readonly system: string;
  readonly mount:
    | { readonly point: string; readonly device: string; readonly fileSystem: string }
    | undefined;
  readonly space: { readonly totalBytes: number; readonly freeBytes: number } | undefined;
  readonly pointer: Pointer | undefined;
  /** Releases that are whole, the newest first. */
  readonly releases: readonly StoredRelease[];
  /** Image sets that are whole, by path. */
  readonly images: readonly StoredImages[];
  readonly lock: LockState | undefined;
  readonly health: StorageHealth;
  /** The newest last. */
  readonly journal: readonly JournalEntry[];
  /** What the inventory would change. */
  readonly inventory: InventoryComparison;
  /** Undefined where nodes were not asked. */
  readonly nodes?: readonly NodeStatus[];
}

export interface StoredRelease {
  readonly id: Digest;
  readonly state: 'current' | 'previous' | 'kept';
  readonly files: number;
  readonly bytes: number;
}

export interface StoredImages {
  readonly kind: 'coreos' | 'k3s';
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  /** Releases on the storage that need it. */
  readonly releases: readonly Digest[];
}

export interface StorageHealth {
  /** What keeps machines from booting, or a deploy from being made. */
  readonly problems: readonly { readonly message: string; readonly next: string }[];
  /** What the next deploy mends by itself, and what waits to be gone on with. */
  readonly notes: readonly string[];
  /** What is served over HTTP; undefined where it was not asked for. */
  readonly served: { readonly url: string; readonly problem: string | undefined } | undefined;
}

/** How the inventory stands to the current release. */
export type InventoryComparison =
  | { readonly kind: 'compared'; readonly plan: ReleasePlan }
  /** Why nothing was compared, in words. */
  | { readonly kind: 'notCompared'; readonly reason: string };
