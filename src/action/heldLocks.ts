import { getState, saveState } from '@actions/core';
import type { HeldLock } from '../app/storage/heldLock.ts';

/** Name of the state that the step's end reads. */
const stateName = 'locks';

/** Notes the locks that the step holds, for its end to give back what it could not. Nothing of that is secret. */
export function saveLocks(locks: readonly HeldLock[]): void {
  saveState(stateName, JSON.stringify(locks));
}

/** The locks that the step noted last; none where it noted none. */
export function readLocks(): readonly HeldLock[] {
  const text = getState(stateName);
  return text === '' ? [] : (JSON.parse(text) as readonly HeldLock[]);
}
