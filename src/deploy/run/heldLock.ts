import { Failure } from '../../shared/failure.ts';
import type { LockRules } from '../lock.ts';
import type { LockState } from '../plan/state.ts';

/** `deploy by louis@laptop (process 4711 on laptop) since 2026-05-04T03:02:01Z` */
export function describeOwner({ owner }: LockState): string {
  if (owner === undefined) return 'somebody whose name cannot be read';
  const { command, who, process, host, since, url } = owner;
  const where = `process ${process} on ${host}`;
  const page = url === undefined ? '' : `, ${url}`;
  return `${command} by ${who} (${where}) since ${instant(since)}${page}`;
}

/** Somebody else writes to the storage, and there is no time left to wait. */
export function heldFailure(lock: LockState, rules: LockRules): Failure {
  const message = `the storage is locked by ${describeOwner(lock)}: ${lock.reason}`;
  return new Failure('refused', message, { next: `${rule(rules)}; or wait for it with --lock-timeout` });
}

function rule({ graceSeconds, staleSeconds }: LockRules): string {
  const gone = `${graceSeconds} s after its connection ended`;
  const quiet = `${staleSeconds} s after it was last heard of`;
  return `wait until it ends (it is taken over ${gone}, ${quiet}, and as soon as the router started anew)`;
}

/** Clocks may be wrong by any amount. */
function instant(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString().replace('.000Z', 'Z');
}
