import type { PlannedChange, PlanTotals } from './plan.ts';
import type { StorageState } from './state.ts';
import { bytesToSend } from './uploads.ts';

/** What the changes of a plan come to on a storage. */
export function planTotals(changes: readonly PlannedChange[], state: StorageState): PlanTotals {
  const { keptBytes, uploadBytes, deletedBytes } = changes.reduce(withChange, {
    keptBytes: 0,
    uploadBytes: 0,
    deletedBytes: 0,
  });
  const freeBytes = state.space?.freeBytes ?? null;
  const { rate = 0 } = state;
  return {
    keptBytes,
    uploadBytes,
    deletedBytes,
    freeBytes,
    freeBytesAfter: freeBytes === null ? null : freeBytes - uploadBytes + deletedBytes,
    uploadSeconds: rate > 0 ? Math.ceil(uploadBytes / rate) : null,
  };
}

/** The least that any upload leaves free; infinite where there is none. Deletions of unknown size free nothing. */
export function leastFree(freeBytes: number, changes: readonly PlannedChange[]): number {
  let free = freeBytes;
  let least = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    if (change.action === 'delete') free += change.bytes ?? 0;
    if (change.action !== 'upload') continue;
    free -= bytesToSend(change);
    least = Math.min(least, free);
  }
  return least;
}

type Sums = Pick<PlanTotals, 'keptBytes' | 'uploadBytes' | 'deletedBytes'>;

function withChange(sums: Sums, change: PlannedChange): Sums {
  switch (change.action) {
    case 'keep':
      return { ...sums, keptBytes: sums.keptBytes + change.bytes };
    case 'upload':
      return { ...sums, uploadBytes: sums.uploadBytes + bytesToSend(change) };
    case 'delete':
      return { ...sums, deletedBytes: sums.deletedBytes + (change.bytes ?? 0) };
    case 'switch':
    case 'write':
      return sums;
  }
}
