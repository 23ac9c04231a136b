import { LockLost, type Storage } from '../../../ports/storage.ts';
import { statusOf } from './failureOf.ts';
import type { ScriptRunner } from './runScript.ts';

/** Taking the lock, and giving it back. */
export function lockingOperations(runner: ScriptRunner): Pick<Storage, 'lock' | 'unlock'> {
  return {
    lock: async (handle, owner) => {
      if (!/^[A-Za-z0-9_-]+$/.test(handle.token))
        throw new Error('the token of a lock is letters and digits');
      try {
        const { status } = await runner.runHeld(handle, 'lock', [owner.trimEnd()]);
        return status === statusOf.done;
      } catch (error) {
        // Somebody with a higher number ended the command in the middle.
        if (error instanceof LockLost) return false;
        throw error;
      }
    },
    unlock: async (handle) => {
      try {
        await runner.runHeld(handle, 'unlock', []);
      } catch (error) {
        if (!(error instanceof LockLost)) throw error;
      }
    },
  };
}
