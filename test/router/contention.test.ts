import { afterAll, expect, test } from 'vitest';
import type { LockSettings } from '../../src/deploy/run/tools.ts';
import { Failure } from '../../src/shared/failure.ts';
import { requireRouter } from './lab/requireRouter.ts';
import { type Router, startRouter } from './lab/router.ts';
import { deployTo, type Reach } from './sweep/deployTo.ts';
import { reachOf } from './sweep/place.ts';
import { readAsMachine, sequenceOf } from './sweep/readAsMachine.ts';
import { type Sample, sampleRelease } from './sweep/sample.ts';
import type { OnMoment } from './sweep/watchedShells.ts';

let router: Router | undefined;
afterAll(() => router?.close());

/** Commands that a deploy has at least. */
const commands = 20;

/** Every other round begins at another command; the manners take turns meanwhile. */
const rounds = 2 * commands + 2;

/** How two runs at once may treat each other's lock. */
interface Manner {
  readonly name: 'refuse' | 'wait' | 'take over';
  readonly lock: LockSettings;
  /** What one may say that does not get through. */
  readonly refusal: RegExp;
  /** How many get through at least. */
  readonly least: number;
}

const manners: readonly [Manner, ...Manner[]] = [
  {
    name: 'refuse',
    lock: { graceSeconds: 30, staleSeconds: 300, waitSeconds: 0 },
    refusal: /locked by/,
    least: 1,
  },
  {
    name: 'wait',
    lock: { graceSeconds: 30, staleSeconds: 300, waitSeconds: 60 },
    refusal: /never/,
    least: 2,
  },
  {
    name: 'take over',
    lock: { graceSeconds: 0, staleSeconds: 0, waitSeconds: 0 },
    refusal: /taken over|locked by/,
    least: 1,
  },
];

type Pair = readonly [Sample, Sample];

const sample = (name: string): Sample => sampleRelease(name, { files: 3, images: [10_000] });

/** The samples that were deployed; throws for an error that is none of those that are right. */
async function atOnce(
  deploys: readonly { readonly sample: Sample; readonly deploy: () => Promise<unknown> }[],
  refusal: RegExp,
): Promise<Sample[]> {
  const settled = await Promise.allSettled(deploys.map(({ deploy }) => deploy()));
  return settled.flatMap((each, i) => {
    if (each.status === 'fulfilled') return [deploys[i]?.sample ?? []].flat();
    if (each.reason instanceof Failure && refusal.test(each.reason.message)) return [];
    throw each.reason;
  });
}

/**
 * Two deploys of two new releases; every other round the second one starts when the first one has come to some command. Answers those that
 * said that they had ended well.
 */
function playRound(
  reach: Reach,
  round: number,
  { lock, refusal }: Manner,
  [first, second]: Pair,
): Promise<Sample[]> {
  const gate = Promise.withResolvers<void>();
  if (round % 2 === 0) gate.resolve();
  const onMoment: OnMoment = async (command) => {
    if (command === Math.floor(round / 2) % commands) gate.resolve();
    return 'on';
  };
  const deployFirst = () => deployTo(reach, first, { lock, who: 'a', onMoment }).finally(gate.resolve);
  const deploySecond = () => gate.promise.then(() => deployTo(reach, second, { lock, who: 'b' }));
  return atOnce(
    [
      { sample: first, deploy: deployFirst },
      { sample: second, deploy: deploySecond },
    ],
    refusal,
  );
}

test(`two deploys at once, ${rounds} times: no lost update, no broken state`, async (context) => {
  requireRouter(context);
  router = await startRouter();
  const reach = reachOf(router, router.port);
  const root = router.seen('/mnt/usb/pilotlight');
  const counts = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const manner = manners[round % manners.length] ?? manners[0];
    const before = sequenceOf(root);
    const samples = [sample(`a${round}`), sample(`b${round}`)] as const;
    const done = await playRound(reach, round, manner, samples);

    const switched = sequenceOf(root) - before;
    const served = readAsMachine(root, samples);
    const names = done.map(({ name }) => name).join(' and ');
    const story = `round ${round}, ${manner.name}: ${names} deployed, ${served.name} served`;
    expect(done.length, story).toBeGreaterThanOrEqual(manner.least);
    // One that was taken over after its switch has switched all the same.
    if (manner.name === 'take over') expect(switched, story).toBeGreaterThanOrEqual(done.length);
    else {
      expect(switched, story).toBe(done.length);
      expect(done, story).toContain(served);
    }
    const what = `${manner.name}: ${done.length} of 2 deployed`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const told = [...counts].map(([what, count]) => `${what}, ${count} times`);
  console.log(told.sort().join('; '));
});
