import { afterAll, expect, test } from 'vitest';
import type { LockSettings } from '../../src/deploy/run/tools.ts';
import { Failure } from '../../src/shared/failure.ts';
import { requireRouter } from './lab/requireRouter.ts';
import { type Router, startRouter } from './lab/router.ts';
import { deployTo } from './sweep/deployTo.ts';
import { reachOf } from './sweep/place.ts';
import { readAsMachine, sequenceOf } from './sweep/readAsMachine.ts';
import { type Sample, sampleRelease } from './sweep/sample.ts';

let router: Router | undefined;
afterAll(() => router?.close());

const rounds = 100;

/** How two runs at once may treat each other's lock, with what one may say that does not get through. */
const manners: readonly { readonly name: string; readonly lock: LockSettings; readonly refusal: RegExp }[] = [
  { name: 'refuse', lock: { graceSeconds: 30, staleSeconds: 300, waitSeconds: 0 }, refusal: /locked by/ },
  { name: 'wait', lock: { graceSeconds: 30, staleSeconds: 300, waitSeconds: 60 }, refusal: /never/ },
  {
    name: 'take over',
    lock: { graceSeconds: 0, staleSeconds: 0, waitSeconds: 0 },
    refusal: /taken over|locked by/,
  },
];

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

test(`two deploys at once, ${rounds} times: no lost update, no broken state`, {
  timeout: 600_000,
}, async (context) => {
  requireRouter(context);
  router = await startRouter();
  const reach = reachOf(router, router.port);
  const root = router.seen('/mnt/usb/pilotlight');
  const counts = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const manner = manners[round % manners.length];
    if (manner === undefined) break;
    const { name, lock, refusal } = manner;
    const samples = ['a', 'b'].map((each) =>
      sampleRelease(`${each}${round}`, { files: 3, images: [10_000] }),
    );
    const before = sequenceOf(root);
    const deploys = samples.map((sample) => ({
      sample,
      deploy: () => deployTo(reach, sample, { lock, who: sample.name }),
    }));
    const done = await atOnce(deploys, refusal);

    const switched = sequenceOf(root) - before;
    const served = readAsMachine(root, samples);
    const story = `round ${round}, ${name}: ${done.map((each) => each.name).join(' and ')} deployed, ${served.name} served`;
    if (name === 'take over') {
      // One that was taken over after its switch has switched all the same.
      expect(switched, story).toBeGreaterThanOrEqual(done.length);
      expect(done.length, story).toBeGreaterThan(0);
    } else {
      expect(switched, story).toBe(done.length);
      expect(done, story).toContain(served);
      if (name === 'wait') expect(done, story).toHaveLength(2);
    }
    const what = `${name}: ${done.length} of 2 deployed`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  console.log(
    [...counts]
      .map(([what, count]) => `${what}, ${count} times`)
      .sort()
      .join('; '),
  );
});
