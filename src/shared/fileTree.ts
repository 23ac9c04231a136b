import type { Digest } from './digest.ts';

/** One file that rendering made. Text is UTF-8. */
export interface RenderedFile {
  /** Path in the release, with forward slashes, never absolute and never with `..`. */
  readonly path: string;
  readonly text: string;
}

/** What a manifest says of a file. */
export interface FileRecord {
  readonly path: string;
  readonly sha256: Digest;
  /** Bytes. */
  readonly size: number;
}
