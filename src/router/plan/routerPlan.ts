import type { UciChange } from '../uci/section.ts';

/** What `router apply` will do to a router. */
export interface RouterPlan {
  readonly schemaVersion: 1;
  /** `root@192.168.26.1:22` */
  readonly target: string;
  /** `OpenWrt 24.10.2` */
  readonly system: string;
  /** How a change that cuts the network is taken back: by rpcd, or by a timer of ours. */
  readonly method: 'rpcd' | 'timer';
  /** Packages that are needed and not installed. */
  readonly packages: readonly { readonly name: string; readonly why: string }[];
  readonly changes: readonly UciChange[];
  /** The gate and the iPXE binaries, on the storage. */
  readonly files: readonly PlannedFile[];
  /** What on the router is in the way, or will surprise. */
  readonly problems: readonly RouterProblem[];
}

export interface PlannedFile {
  /** Below the root folder: `cgi-bin/gate`, `tftp/snponly.efi`. */
  readonly path: string;
  readonly bytes: number;
  readonly action: 'keep' | 'upload';
}

/** Something about a router that keeps it from booting nodes, or may. */
export interface RouterProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do about it. */
  readonly next: string;
}
