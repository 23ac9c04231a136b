import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journalLine } from '../../src/deploy/journal.ts';
import { ownerText } from '../../src/deploy/lock.ts';
import { partPath, releasePath } from '../../src/deploy/paths.ts';
import { planDeploy } from '../../src/deploy/plan/deployPlan.ts';
import { pointerText } from '../../src/deploy/pointer.ts';
import { sealText } from '../../src/deploy/seal.ts';
import { readState } from '../../src/deploy/state.ts';
import type { Survey } from '../../src/ports/storage.ts';
import { sha256 } from '../../src/shared/digest.ts';
import { storagePathFault } from '../../src/shared/storageLayout.ts';
import { assetSeal, coreos1, release, releaseSeal } from './plan/sample.ts';
import { survey } from './survey.ts';

const rules = { graceSeconds: 30, staleSeconds: 300 };
const one = release('one', [coreos1]);
const two = release('two', [coreos1]);
const pointing = (sequence: number, { id }: typeof one, previous?: typeof one) =>
  pointerText({ sequence, release: id, previous: previous?.id });

const full: Survey = survey({
  exists: true,
  slots: [pointing(3, two, one), pointing(2, one)],
  folders: [
    { path: releasePath(two.id), seal: sealText(releaseSeal(two, 3)) },
    { path: releasePath(one.id), seal: sealText(releaseSeal(one, 2)) },
    { path: coreos1.path, seal: sealText(assetSeal(coreos1, 1)) },
    { path: 'k3s/v1', seal: 'torn' },
    { path: 'releases/lost+found', seal: undefined },
  ],
  parts: [
    { path: partPath(sha256('x')), size: 5 },
    { path: partPath(sha256('y')), size: -1 },
    { path: 'incoming/x', size: 5 },
  ],
  lock: {
    number: 4,
    owner: ownerText({ token: 't', command: 'gc', who: 'me', host: 'h', process: 1, since: 2 }),
    beat: undefined,
    connected: true,
  },
  journal: ['torn', journalLine({ event: 'deployed', at: 1, who: 'me', bytes: 2e6, seconds: 1 })],
});

test('what a survey says is understood, and what is not ours is left out', () => {
  const state = readState(full, rules);
  expect(state).toMatchObject({
    exists: true,
    pointer: { sequence: 3, release: two.id, previous: one.id },
    pointerProblems: [],
    parts: [{ path: partPath(sha256('x')), size: 5 }],
    lock: { number: 4, verdict: 'held' },
    journal: [{ event: 'deployed' }],
    rate: 2e6,
    space: full.space,
  });
  expect(state.folders.map(({ kind, path, seal }) => [kind, path, seal?.sequence])).toEqual(
    [
      ['coreos', coreos1.path, 1],
      ['k3s', 'k3s/v1', undefined],
      ['release', releasePath(one.id), 2],
      ['release', releasePath(two.id), 3],
    ].sort((a, b) => (`${a[1]}` < `${b[1]}` ? -1 : 1)),
  );
});

test('the pointer goes back to the release before when the newest is not whole', () => {
  const folders = full.folders.map((folder) =>
    folder.path === releasePath(two.id) ? { ...folder, seal: folder.seal?.slice(0, -2) } : folder,
  );
  const state = readState({ ...full, folders }, rules);
  expect(state.pointer).toEqual({ sequence: 2, release: one.id, previous: undefined });
  expect(state.pointerProblems).toEqual([
    `state/current.a names release ${two.id.slice(0, 12)}, which is not there or not whole`,
  ]);
});

test('a seal in another folder makes nothing whole', () => {
  const folders = [{ path: releasePath(two.id), seal: sealText(releaseSeal(one, 2)) }];
  expect(readState({ ...full, folders }, rules).pointer).toBeUndefined();
});

test('any garbage is a state, and what is planned from it touches nothing but paths of the storage', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      pointing(3, two, one),
      pointing(9, one),
      sealText(releaseSeal(one, 1)),
      sealText(releaseSeal(two, 9)),
    ),
  );
  const maybe = fc.option(text, { nil: undefined });
  const path = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '',
      '.',
      '..',
      '/',
      'releases/..',
      releasePath(one.id),
      releasePath(two.id),
      coreos1.path,
      'state',
      partPath(sha256('x')),
    ),
  );
  const number = fc.oneof(fc.double(), fc.nat(), fc.integer());
  const any: fc.Arbitrary<Survey> = fc
    .record({
      slots: fc.tuple(maybe, maybe),
      folders: fc.uniqueArray(fc.record({ path, seal: maybe }), { selector: (each) => each.path }),
      parts: fc.uniqueArray(fc.record({ path, size: number }), { selector: (each) => each.path }),
      lock: fc.option(
        fc.record({
          number: fc.nat(),
          owner: text,
          beat: fc.option(fc.record({ uptime: number, bootId: fc.string() }), { nil: undefined }),
          connected: fc.option(fc.boolean(), { nil: undefined }),
        }),
        { nil: undefined },
      ),
      journal: fc.array(text),
    })
    .map(survey);
  fc.assert(
    fc.property(any, (each) => {
      const { changes } = planDeploy({
        target: 'x',
        state: readState(each, rules),
        wanted: one,
        keepReleases: 1,
      });
      for (const change of changes) {
        if (change.action !== 'switch')
          expect(storagePathFault(change.path, ['folder', 'part'])).toBeUndefined();
      }
    }),
    { numRuns: 200 },
  );
});
