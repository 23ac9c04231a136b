import type { Finding } from '../../shared/finding.ts';

/** A file below the inventory folder, as the file adapter read it. */
export interface SourceFile {
  /** As a person would type it, with forward slashes: `inventory/nodes/lenovo1.yaml`. */
  readonly path: string;
  /** Path relative to the site's folder: `nodes/lenovo1.yaml`. */
  readonly relative: string;
  readonly bytes: Uint8Array;
  /** Whether its owner may execute it. */
  readonly executable: boolean;
}

/** The files of one site's folder, as read from a disk or from a Git tree. Symbolic links are resolved, those that leave the folder refused. */
export interface Sources {
  readonly folder: string;
  /** By `relative`, in order of path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What went wrong while reading: links that leave the folder, files over the cap, unreadable ones. */
  readonly findings: readonly Finding[];
}
