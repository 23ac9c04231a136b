import type { SurveyedLock, SurveyedSystem } from '../ports/storage.ts';
import type { LockOwner, LockState } from './plan/state.ts';
import { parseCount, parseRecord, recordLine } from './record.ts';

/** How long an owner may be quiet. */
export interface LockRules {
  /** Seconds, when its connection is gone. */
  readonly graceSeconds: number;
  /** Seconds, whatever else is known. */
  readonly staleSeconds: number;
}

/** What the owner's file of a lock holds. Long names are cut: all of it has to fit on a router's command line. */
export function ownerText(owner: LockOwner): string {
  return recordLine('owner', [
    owner.token.slice(0, 100),
    owner.command.slice(0, 50),
    owner.who.slice(0, 100),
    (owner.url ?? '').slice(0, 300),
    owner.host.slice(0, 100),
    `${owner.process}`,
    `${owner.since}`,
  ]);
}

/** Who a lock's file names; undefined where it is torn, or was given back. */
export function parseOwner(text: string): LockOwner | undefined {
  const record = parseRecord('owner', text);
  if (record?.length !== 7) return undefined;
  const [token = '', command = '', who = '', url = '', host = '', ...numbers] = record;
  const [process, since] = numbers.map(parseCount);
  if (token === '' || process === undefined || since === undefined) return undefined;
  return { token, command, who, ...(url === '' ? {} : { url }), host, process, since };
}

/**
 * Whether the lock's owner still lives; undefined where nobody has the lock. Counts the router's uptime, never a clock: routers have none
 * that survives a power cut.
 */
export function judgeLock(
  lock: SurveyedLock,
  system: SurveyedSystem,
  rules: LockRules,
): LockState | undefined {
  if (lock.owner === '') return undefined;
  const quietSeconds = secondsOfQuiet(lock, system);
  const { number } = lock;
  return {
    number,
    owner: parseOwner(lock.owner),
    quietSeconds,
    ...judgement(lock, system, quietSeconds, rules),
  };
}

function judgement(
  lock: SurveyedLock,
  system: SurveyedSystem,
  quiet: number | undefined,
  rules: LockRules,
): Pick<LockState, 'verdict' | 'reason'> {
  if (startedAnew(lock, system)) return { verdict: 'stale', reason: 'the router started anew since' };
  if (quiet === undefined) {
    return lock.connected === true
      ? { verdict: 'held', reason: 'its connection is open' }
      : { verdict: 'stale', reason: 'nothing tells that its owner is still there' };
  }
  const gone = lock.connected === false;
  if (gone && quiet >= rules.graceSeconds) {
    return { verdict: 'stale', reason: `its connection is gone, and it was last heard of ${quiet} s ago` };
  }
  if (quiet >= rules.staleSeconds) {
    return { verdict: 'stale', reason: `it was last heard of ${quiet} s ago` };
  }
  return {
    verdict: 'held',
    reason: `${gone ? 'its connection is gone, but ' : ''}it was last heard of ${quiet} s ago`,
  };
}

/** Whether the system was started between the last sign of life and now. */
function startedAnew({ beat }: SurveyedLock, system: SurveyedSystem): boolean {
  if (beat === undefined) return false;
  if (beat.bootId !== system.bootId) return true;
  return system.bootId === '' && beat.uptime > system.uptime + uptimeSlack;
}

function secondsOfQuiet(lock: SurveyedLock, system: SurveyedSystem): number | undefined {
  if (lock.beat === undefined || startedAnew(lock, system)) return undefined;
  const seconds = Math.floor(system.uptime - lock.beat.uptime);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** Seconds that a sign of life may be newer than the uptime that was read: both are read one after the other. */
const uptimeSlack = 5;
