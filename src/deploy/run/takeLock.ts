import type { LockHandle, Survey } from '../../ports/storage.ts';
import { Failure } from '../../shared/failure.ts';
import { ownerText } from '../lock.ts';
import type { LockOwner, LockState } from '../plan/state.ts';
import { readState } from '../state.ts';
import { attempt } from './attempt.ts';
import { describeOwner, heldFailure } from './heldLock.ts';
import type { RunTools, StorageSettings } from './tools.ts';

export interface LockRequest {
  readonly settings: StorageSettings;
  readonly owner: Omit<LockOwner, 'token'>;
}

/**
 * Takes the lock of a storage: at once where it is free or was left behind, else waits for it as long as the settings say. Throws a Failure
 * that says who holds it.
 *
 * @param first what the storage looked like a moment ago
 * @param taking told of the lock before it is taken: from then on it may be there
 */
export async function takeLock(
  { settings, owner }: LockRequest,
  tools: RunTools,
  first: Survey,
  taking: (handle: LockHandle) => void,
): Promise<LockHandle> {
  const token = tools.random();
  const text = ownerText({ ...owner, token });
  const until = tools.now() + settings.lock.waitSeconds * 1000;
  let survey = first;
  for (let lost = 0; lost < mostLost; ) {
    const { lock } = readState(survey, settings.lock);
    if (lock?.verdict === 'held') {
      await waitFor(lock, until, tools, settings);
    } else {
      const handle = { number: (survey.lock?.number ?? 0) + 1, token };
      const subject = lock === undefined ? tools.storage.name : `taken over from ${describeOwner(lock)}`;
      tools.onEvent?.({ stage: 'lock', subject });
      taking(handle);
      if (await attempt(tools, () => tools.storage.lock(handle, text))) return handle;
      lost += 1;
    }
    survey = await attempt(tools, () => tools.storage.survey({}));
  }
  throw new Failure('world', 'the lock could not be taken: somebody else was faster each time', {
    next: 'wait until the other runs have ended, and run the same command again',
  });
}

async function waitFor(
  lock: LockState,
  until: number,
  tools: RunTools,
  settings: StorageSettings,
): Promise<void> {
  const left = until - tools.now();
  if (left <= 0) throw heldFailure(lock, settings.lock);
  tools.onEvent?.({ stage: 'lock', subject: `waiting for ${describeOwner(lock)}` });
  await tools.wait(Math.min(pollMilliseconds, left), tools.signal);
}

const pollMilliseconds = 2000;

/** More runs than this are never faster one after the other, unless something is broken. */
const mostLost = 20;
