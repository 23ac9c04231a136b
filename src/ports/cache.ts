/**
 * Texts by a key that names all they were made from. An answer is always what was put: an entry that is broken,
 * cut off or not there is simply missing.
 */
export interface Cache {
  get(key: string): string | undefined;
  put(key: string, value: string): void;
  /** Writes what is new and drops what has not been used for long. Failures are ignored: a cache is never needed. */
  close(): void;
}

/** A cache that forgets everything. */
export const noCache: Cache = { get: () => undefined, put: () => {}, close: () => {} };
