/**
 * The end of a step that deployed or reimaged: disarms what a cancelled or broken run left armed, and then gives back its lock, so that
 * nobody arms the same node in between. Whatever happens, the job does not fail by it.
 */
import { info, warning } from '@actions/core';
import { gates } from '../adapters/gate/gates.ts';
import { storages } from '../adapters/storage/openStorage.ts';
import { disarmHeld, type HeldArm } from '../app/arm/heldArm.ts';
import { giveBackHeld, type HeldLock } from '../app/storage/heldLock.ts';
import { visible } from '../report/visible.ts';
import { explainSystemError } from '../shared/failure.ts';
import { readCredentials } from './credentials.ts';
import { readArms } from './heldArms.ts';
import { readLocks } from './heldLocks.ts';
import { readToken } from './token.ts';

/** For all of it: a runner that ends a job has little patience. */
const patienceMilliseconds = 15_000;

await run(process.env);

async function run(environment: NodeJS.ProcessEnv): Promise<void> {
  const armed = attempted(readArms, notDisarmed) ?? [];
  const locks = attempted(readLocks, notGivenBack) ?? [];
  if (locks.length === 0 && armed.length === 0) return;
  const enough = AbortSignal.timeout(patienceMilliseconds);
  // An operation that hangs holds the process; its answer is of no use any more.
  enough.addEventListener('abort', () => {
    const say = armed.length > 0 ? notDisarmed : notGivenBack;
    warning(say(`no answer in ${patienceMilliseconds / 1000} s`));
    process.exit(0);
  });
  readToken(environment);
  const credentials = readCredentials(environment);
  for (const arms of armed) await disarm(arms, gates(credentials), enough);
  for (const lock of locks) await release(lock, storages(credentials), enough);
  process.exit(0);
}

function attempted<T>(read: () => T, say: (why: string) => string): T | undefined {
  try {
    return read();
  } catch (error) {
    warning(say(explainSystemError(error)));
    return undefined;
  }
}

async function disarm(
  arms: readonly HeldArm[],
  opened: ReturnType<typeof gates>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const disarmed = new Set(await disarmHeld(arms, opened, signal));
    for (const { hostname } of arms) {
      const name = visible(hostname);
      info(disarmed.has(hostname) ? `${name} was disarmed` : `${name} had been disarmed already`);
    }
  } catch (error) {
    warning(notDisarmed(explainSystemError(error)));
  }
}

async function release(
  lock: HeldLock,
  opened: ReturnType<typeof storages>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const name = visible(lock.site);
    const ours = await giveBackHeld(lock, opened, signal);
    info(ours ? `the lock of ${name} was given back` : `the lock of ${name} had been given back already`);
  } catch (error) {
    warning(notGivenBack(explainSystemError(error)));
  }
}

function notDisarmed(why: string): string {
  return visible(
    `nodes could not be disarmed: ${why}; by itself that ends with the time that they are armed for; pilotlight armed lists them, pilotlight disarm --all disarms them`,
  );
}

function notGivenBack(why: string): string {
  return visible(
    `the lock could not be given back: ${why}; the next run takes it over when its owner has been quiet for a while`,
  );
}
