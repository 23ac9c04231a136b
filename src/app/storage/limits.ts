/** Free space that a deploy leaves on a storage: room for a pointer, a lock and a journal, whatever else goes wrong. */
export const reserveBytes = 64 * 1024 * 1024;

/**
 * When a lock counts as left behind: see `deploy/lock.ts`. A slow router takes minutes to hash an image, and gives no sign of life meanwhile: at
 * 3 MB/s, 900 seconds are enough for one of 2.7 GB.
 */
export const defaultLockRules = { graceSeconds: 30, staleSeconds: 900 } as const;
