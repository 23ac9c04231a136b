/** Free space that a deploy leaves on a storage: room for a pointer, a lock and a journal, whatever else goes wrong. */
export const reserveBytes = 64 * 1024 * 1024;

/** When a lock counts as left behind: see `deploy/lock.ts`. */
export const defaultLockRules = { graceSeconds: 30, staleSeconds: 300 } as const;
