import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeLock, ownerText, parseOwner } from '../../src/deploy/lock.ts';
import type { LockOwner } from '../../src/deploy/plan/state.ts';
import type { SurveyedLock, SurveyedSystem } from '../../src/ports/storage.ts';

const owner: LockOwner = {
  token: 'f00d',
  command: 'deploy',
  who: 'lerenn/lab run 42 on runner-1',
  url: 'https://github.com/lerenn/lab/actions/runs/42',
  host: 'runner-1',
  process: 4711,
  since: 1_700_000_000,
};

const system: SurveyedSystem = {
  name: 'OpenWrt',
  packageManager: 'opkg',
  clock: 0,
  uptime: 1000.7,
  bootId: 'boot-1',
};
const rules = { graceSeconds: 30, staleSeconds: 300 };

const lock = (quiet: number | undefined, more: Partial<SurveyedLock> = {}): SurveyedLock => ({
  number: 3,
  owner: ownerText(owner),
  beat: quiet === undefined ? undefined : { uptime: 1000.7 - quiet, bootId: 'boot-1' },
  connected: undefined,
  ...more,
});

describe('the owner of a lock', () => {
  test('comes back as it was', () => {
    expect(parseOwner(ownerText(owner))).toEqual(owner);
    const { url: _, ...local } = owner;
    expect(parseOwner(ownerText({ ...local, who: "o'neill@laptop; reboot\n" }))).toEqual({
      ...local,
      who: "o'neill@laptop; reboot\n",
    });
  });

  test('fits on a command line of a router, however long its names are', () => {
    const long = '\u{1f4be}'.repeat(5000);
    const text = ownerText({
      ...owner,
      token: 'x'.repeat(200),
      command: long,
      who: long,
      url: long,
      host: long,
    });
    expect(text.length).toBeLessThan(8000);
    expect(parseOwner(text)).toMatchObject({ process: 4711, since: 1_700_000_000 });
  });

  test('is nobody in garbage', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, cut) => {
        expect(parseOwner(text)).toBeUndefined();
        const whole = ownerText(owner);
        expect(parseOwner(whole.slice(0, cut % whole.length))).toBeUndefined();
      }),
    );
  });
});

describe('a lock', () => {
  test('that was given back is nobody’s', () => {
    expect(judgeLock(lock(1, { owner: '' }), system, rules)).toBeUndefined();
  });

  test.each([
    [lock(3), 'held', 'it was last heard of 3 s ago'],
    [lock(299), 'held', 'it was last heard of 299 s ago'],
    [lock(300), 'stale', 'it was last heard of 300 s ago'],
    [lock(300, { connected: true }), 'stale', 'it was last heard of 300 s ago'],
    [lock(29, { connected: false }), 'held', 'its connection is gone, but it was last heard of 29 s ago'],
    [lock(30, { connected: false }), 'stale', 'its connection is gone, and it was last heard of 30 s ago'],
    [lock(-2), 'held', 'it was last heard of 0 s ago'],
    [lock(1, { beat: { uptime: 999, bootId: 'boot-0' } }), 'stale', 'the router started anew since'],
    [lock(1, { beat: { uptime: 999, bootId: '' } }), 'stale', 'the router started anew since'],
    [lock(undefined), 'stale', 'nothing tells that its owner is still there'],
    [lock(undefined, { connected: false }), 'stale', 'nothing tells that its owner is still there'],
    [lock(undefined, { connected: true }), 'held', 'its connection is open'],
    [lock(Number.NaN), 'stale', 'nothing tells that its owner is still there'],
  ] as const)('case %#: $1, $2', (each, verdict, reason) => {
    expect(judgeLock(each, system, rules)).toMatchObject({ number: 3, owner, verdict, reason });
  });

  test('whose owner cannot be read is judged all the same', () => {
    const state = judgeLock(lock(4, { owner: 'torn' }), system, rules);
    expect(state).toMatchObject({ owner: undefined, verdict: 'held', quietSeconds: 4 });
  });

  test('of a system without boot ids is stale when its uptime went back, but not by the time of one question', () => {
    const at = (uptime: number) => lock(1, { beat: { uptime, bootId: '' } });
    const nameless = { ...system, bootId: '' };
    expect(judgeLock(at(5000), nameless, rules)).toMatchObject({ verdict: 'stale', quietSeconds: undefined });
    expect(judgeLock(at(1003), nameless, rules)).toMatchObject({ verdict: 'held', quietSeconds: 0 });
  });

  test('is stale at once where the rules say so', () => {
    expect(judgeLock(lock(0), system, { graceSeconds: 30, staleSeconds: 0 })?.verdict).toBe('stale');
    const gone = lock(0, { connected: false });
    expect(judgeLock(gone, system, { graceSeconds: 0, staleSeconds: 300 })?.verdict).toBe('stale');
  });
});
