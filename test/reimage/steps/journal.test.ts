import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReimagePlan } from '../../../src/reimage/plan/plan.ts';
import { type RunSlots, readSlots, runText } from '../../../src/reimage/steps/journal.ts';
import { newRun } from '../../../src/reimage/steps/next.ts';
import type { ReimageRun } from '../../../src/reimage/steps/run.ts';
import { type Digest, sha256 } from '../../../src/shared/digest.ts';

const digest = '0'.repeat(64) as Digest;

function runOf(id: string, names: readonly string[] = ['a']): ReimageRun {
  const plan: ReimagePlan = {
    schemaVersion: 1,
    site: 'lab',
    release: digest,
    nodes: names.map((name) => ({
      name,
      hostname: `${name}.lab.example`,
      role: 'agent',
      variant: 'agent',
      alive: true,
      disk: { device: '/dev/disk/by-id/one', proof: 'seen' },
      keeps: [],
      loses: [],
      power: ['ssh'],
      wanted: digest,
      because: 'asked for',
    })),
    agentsAtATime: 1,
    drain: { deleteEmptyDirData: false, force: false, timeoutSeconds: 300 },
    refusals: [],
    warnings: [],
  };
  return newRun(id, plan);
}

/** The slots after a write that was cut after some characters, over what was there. */
function written(slots: RunSlots, run: ReimageRun, cut?: number): RunSlots {
  const { kept, next } = readSlots(slots);
  const text = runText({ sequence: (kept?.sequence ?? 0) + 1, run });
  const now = cut === undefined ? text : text.slice(0, cut);
  return next === 0 ? [now, slots[1]] : [slots[0], now];
}

test('nothing was written yet', () => {
  expect(readSlots([undefined, undefined])).toEqual({ kept: undefined, next: 0, problems: [] });
});

test('a write that is cut anywhere leaves the last run that was whole, and the next one goes over the torn one', () => {
  const writes = fc.array(fc.record({ id: fc.string(), cut: fc.option(fc.nat(2000), { nil: undefined }) }));
  fc.assert(
    fc.property(writes, (history) => {
      let slots: RunSlots = [undefined, undefined];
      let last: ReimageRun | undefined;
      for (const { id, cut } of history) {
        const run = runOf(id);
        const whole = runText({ sequence: (readSlots(slots).kept?.sequence ?? 0) + 1, run }).length;
        slots = written(slots, run, cut === undefined || cut >= whole ? undefined : cut);
        if (cut === undefined || cut >= whole) last = run;
        expect(readSlots(slots).kept?.run).toEqual(last);
        if (last !== undefined) expect(readSlots(slots).problems).toEqual([]);
      }
    }),
  );
});

test('any other character makes a text none', () => {
  const text = runText({ sequence: 7, run: runOf('x', ['a', 'b']) });
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
      fc.pre(text[at] !== other);
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      expect(readSlots([changed, undefined]).kept).toBeUndefined();
    }),
  );
  expect(readSlots([text.slice(5), undefined])).toMatchObject({ next: 0, problems: ['it is damaged'] });
  expect(readSlots(['', ''])).toMatchObject({ kept: undefined, problems: ['it is damaged'] });
});

test('what a newer version wrote is not taken for nothing', () => {
  const signed = (head: string, content: string) => `${head} ${sha256(`${head}\n${content}`)}\n${content}`;
  const newer = signed('pilotlight-reimage 2 9', '{}\n');
  expect(readSlots([newer, undefined]).problems).toEqual(['a newer Pilotlight wrote it']);
  const step = JSON.stringify(runOf('x')).replace('"step":"prove"', '"step":"paint"');
  expect(readSlots([signed('pilotlight-reimage 1 9', `${step}\n`), undefined])).toMatchObject({
    kept: undefined,
    problems: ['a newer Pilotlight wrote it'],
  });
});

test('a run of hundreds of nodes is packed: some dozen bytes a node', () => {
  const names = Array.from({ length: 500 }, (_, index) => `node${index}`);
  const run = runOf('1', names);
  const text = runText({ sequence: 7, run });
  expect(JSON.stringify(run).length).toBeGreaterThan(150_000);
  expect(text.length).toBeLessThan(20_000);
  expect(readSlots([text, undefined])).toEqual({ kept: { sequence: 7, run }, next: 1, problems: [] });
  expect(readSlots([text.slice(0, -100), undefined]).problems).toEqual(['it is damaged']);
});
