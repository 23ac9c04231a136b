import { expect, test } from 'vitest';
import { stepTimes, storedOutcome } from '../../../src/app/reimage/storedTimes.ts';
import type { JournalEntry, JournalReimage } from '../../../src/deploy/plan/state.ts';
import type { ReimageRun } from '../../../src/reimage/steps/run.ts';

const entry = (
  at: number,
  outcome: JournalReimage['outcome'],
  steps: JournalReimage['steps'],
): JournalEntry => ({
  event: 'reimaged',
  at,
  who: 'louis',
  reimage: { run: 'r', outcome, nodes: ['a', 'b'], ...(steps === undefined ? {} : { steps }) },
});

const node = { armed: false, cordoned: false } as const;

const run = {
  id: 'r',
  phase: 'stopped',
  nodes: [
    { ...node, hostname: 'a', step: 'uncordon', status: 'done' },
    { ...node, hostname: 'b', step: 'drain', status: 'failed', problem: 'pods stay' },
  ],
} as unknown as ReimageRun;

test('times of steps are those of nodes that are done; what is no step is left out', () => {
  expect(
    stepTimes(
      entry(1, 'done', [
        [1, 'drain', 0, 7],
        [0, 'dance', 0, 7],
        [9, 'arm', 0, 1],
      ]),
    ),
  ).toEqual([{ hostname: 'b', step: 'drain', startedSeconds: 0, seconds: 7, problem: undefined }]);
  expect(stepTimes(entry(1, 'failed', [[1, 'drain', 0, 7]]))).toEqual([]);
  expect(stepTimes(entry(1, 'done', undefined))).toEqual([]);
});

test('a run that was gone on with is one time line, with the problem at the step that failed', () => {
  const entries = [
    entry(1000, 'done', [
      [0, 'prove', 0, 2],
      [0, 'drain', 2, 58],
    ]),
    entry(1001, 'failed', [[1, 'prove', 60, 40]]),
    entry(5000, 'failed', [[1, 'drain', 0, 20]]),
  ];
  const { timeLine, seconds, id, phase } = storedOutcome(run, entries);
  expect({ id, phase, seconds }).toEqual({ id: 'r', phase: 'stopped', seconds: 4100 });
  expect(timeLine).toEqual([
    { hostname: 'a', step: 'prove', startedSeconds: 0, seconds: 2, problem: undefined },
    { hostname: 'a', step: 'drain', startedSeconds: 2, seconds: 58, problem: undefined },
    { hostname: 'b', step: 'prove', startedSeconds: 61, seconds: 40, problem: undefined },
    { hostname: 'b', step: 'drain', startedSeconds: 4080, seconds: 20, problem: 'pods stay' },
  ]);
});

test('a run of which the journal has no times has none', () => {
  expect(storedOutcome(run, []).timeLine).toEqual([]);
  expect(storedOutcome(run, []).seconds).toBe(0);
});
