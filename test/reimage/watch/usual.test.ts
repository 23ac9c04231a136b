import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../../../src/reimage/steps/step.ts';
import { type StepTime, usualSeconds } from '../../../src/reimage/watch/usual.ts';

const took = (hostname: string, step: Step, ...seconds: number[]): StepTime[] =>
  seconds.map((each) => ({ hostname, step, seconds: each }));

test('a node is measured by itself where it has done a step before, and by the others where it has not', () => {
  const history = [
    ...took('one', 'install', 100, 900, 120),
    ...took('two', 'install', 10),
    ...took('two', 'ready', 50, 60),
  ];
  expect(usualSeconds(history, 'one')).toEqual({ install: 120, ready: 55 });
  expect(usualSeconds(history, 'three')).toEqual({ install: 110, ready: 55 });
  expect(usualSeconds([], 'one')).toEqual({});
});

test('what failed, and what is no time, measures nothing', () => {
  const history: StepTime[] = [
    { hostname: 'one', step: 'drain', seconds: 3000, problem: 'its pods did not leave' },
    ...took('one', 'drain', Number.NaN, -1, Number.POSITIVE_INFINITY, 7),
  ];
  expect(usualSeconds(history, 'one')).toEqual({ drain: 7 });
});

test('only the last twenty count', () => {
  const history = took('one', 'netboot', ...Array.from({ length: 40 }, (_, index) => (index < 20 ? 1 : 9)));
  expect(usualSeconds(history, 'one')).toEqual({ netboot: 9 });
});

test('it lies between the shortest and the longest, whatever the order', () => {
  const times = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(times, (seconds) => {
      const { install = -1 } = usualSeconds(took('one', 'install', ...seconds), 'one');
      const backwards = usualSeconds(took('one', 'install', ...[...seconds].reverse()), 'one');
      expect(install).toBe(backwards.install);
      const below = seconds.filter((each) => each <= install).length;
      const above = seconds.filter((each) => each >= install).length;
      expect(Math.min(below, above) * 2).toBeGreaterThanOrEqual(seconds.length);
    }),
  );
});
