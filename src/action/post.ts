/** The end of a step that deployed: gives back the lock that a cancelled or broken run left. Whatever happens, the job does not fail by it. */
import { info, warning } from '@actions/core';
import { storages } from '../adapters/storage/openStorage.ts';
import { giveBackHeld, type HeldLock } from '../app/storage/heldLock.ts';
import { visible } from '../report/visible.ts';
import { explainSystemError } from '../shared/failure.ts';
import { readCredentials } from './credentials.ts';
import { readLocks } from './heldLocks.ts';

/** For all of it: a runner that ends a job has little patience. */
const patienceMilliseconds = 10_000;

try {
  await run(process.env);
} catch (error) {
  tell(error);
}

async function run(environment: NodeJS.ProcessEnv): Promise<void> {
  const locks = readLocks();
  if (locks.length === 0) return;
  const enough = AbortSignal.timeout(patienceMilliseconds);
  // An operation that hangs holds the process; its answer is of no use any more.
  enough.addEventListener('abort', () => {
    warning(notGivenBack(`no answer in ${patienceMilliseconds / 1000} s`));
    process.exit(0);
  });
  const credentials = readCredentials(environment);
  for (const lock of locks) await release(lock, storages(credentials), enough);
  process.exit(0);
}

async function release(
  lock: HeldLock,
  opened: ReturnType<typeof storages>,
  signal: AbortSignal,
): Promise<void> {
  const name = visible(lock.site);
  try {
    const ours = await giveBackHeld(lock, opened, signal);
    info(ours ? `the lock of ${name} was given back` : `the lock of ${name} had been given back already`);
  } catch (error) {
    tell(error);
  }
}

function tell(error: unknown): void {
  warning(notGivenBack(explainSystemError(error)));
}

function notGivenBack(why: string): string {
  return visible(
    `the lock could not be given back: ${why}; the next run takes it over when its owner has been quiet for a while`,
  );
}
