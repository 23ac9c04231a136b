import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Updates } from '../../../src/inventory/model/node.ts';
import { shortestWindow, stagger, usualWindows } from '../../../src/inventory/resolve/stagger.ts';
import { days } from '../../../src/inventory/resolve/week.ts';

const minutesOfWeek = 7 * 24 * 60;

/** The minutes of the week in which some windows are open, counted one by one. */
function minutes(windows: Updates['windows']): Set<number> {
  const open = new Set<number>();
  for (const window of windows) {
    const [hours = 0, start = 0] = window.start.split(':').map(Number);
    for (const day of window.days)
      for (let minute = 0; minute < window.lengthMinutes; minute++)
        open.add((days.indexOf(day) * 24 * 60 + hours * 60 + start + minute) % minutesOfWeek);
  }
  return open;
}

const pad = (number: number) => String(number).padStart(2, '0');

const anyWindow = fc.record({
  days: fc.uniqueArray(fc.constantFrom(...days), { minLength: 1 }),
  start: fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`),
  lengthMinutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: minutesOfWeek })),
});
const anyWindows = fc.array(anyWindow, { minLength: 1, maxLength: 4 });

describe('windows of servers', () => {
  test('never overlap, and lie in those of the site', () => {
    fc.assert(
      fc.property(anyWindows, fc.integer({ min: 1, max: 50 }), (windows, count) => {
        const allowed = minutes(windows);
        const taken = new Set<number>();
        const shares = stagger(windows, count);
        expect(shares).toHaveLength(count);
        for (const share of shares)
          for (const minute of minutes(share)) {
            if (taken.has(minute) || !allowed.has(minute)) return false;
            taken.add(minute);
          }
        return true;
      }),
      { numRuns: 200 },
    );
  });

  test('one server gets all of them', () => {
    fc.assert(
      fc.property(anyWindows, (windows) => {
        const [share = []] = stagger(windows, 1);
        expect(minutes(share)).toEqual(minutes(windows));
      }),
      { numRuns: 50 },
    );
  });

  test.each(Array.from({ length: 50 }, (_, index) => index + 1))(
    'the usual nights are enough for %i servers',
    (count) => {
      const taken = new Set<number>();
      for (const share of stagger(usualWindows, count)) {
        expect(Math.min(...share.map(({ lengthMinutes }) => lengthMinutes))).toBeGreaterThanOrEqual(
          shortestWindow,
        );
        for (const minute of minutes(share)) {
          expect(taken.has(minute)).toBe(false);
          taken.add(minute);
        }
      }
    },
  );

  test('three servers have a night each', () => {
    expect(stagger(usualWindows, 3)).toEqual([
      [{ days: ['Mon'], start: '01:00', lengthMinutes: 240 }],
      [{ days: ['Tue'], start: '01:00', lengthMinutes: 240 }],
      [{ days: ['Wed'], start: '01:00', lengthMinutes: 240 }],
    ]);
  });

  test.each([2, 3, 4, 5, 6])('of %i servers none gets another night when there is one more', (count) => {
    expect(stagger(usualWindows, count + 1).slice(0, count)).toEqual(stagger(usualWindows, count));
  });

  test('a window over the end of the week is one window', () => {
    expect(stagger([{ days: ['Sun'], start: '23:00', lengthMinutes: 120 }], 2)).toEqual([
      [{ days: ['Sun'], start: '23:00', lengthMinutes: 45 }],
      [{ days: ['Mon'], start: '00:00', lengthMinutes: 45 }],
    ]);
  });
});
