import type { PinnedFile } from '../files.ts';
import type { OnBytes } from './fetchFile.ts';

/** How far fetching is. */
export interface FetchEvent {
  readonly stage: 'fetch' | 'verify';
  /** The file that moved last. */
  readonly subject: string;
  /** Of all files together, as far as sizes are known. */
  readonly bytes: { readonly done: number; readonly total: number };
}

export type OnProgress = (event: FetchEvent) => void;

/** Adds up the bytes of files that come at the same time. */
export function fetchProgress(files: readonly PinnedFile[], tell: OnProgress = () => {}) {
  const sizes = new Map(files.map(({ path, size = 0 }) => [path, size]));
  const done = new Map<string, number>();
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  let all = 0;
  const note = (path: string, bytes: number, size: number | undefined): void => {
    if (size !== undefined && size !== sizes.get(path)) {
      total += size - (sizes.get(path) ?? 0);
      sizes.set(path, size);
    }
    all += bytes - (done.get(path) ?? 0);
    done.set(path, bytes);
    tell({ stage: 'fetch', subject: path, bytes: { done: all, total: Math.max(all, total) } });
  };
  return {
    there: ({ path, size }: PinnedFile) => note(path, size ?? 0, size),
    onBytes:
      ({ path }: PinnedFile): OnBytes =>
      (bytes, size) =>
        note(path, bytes, size),
  };
}
