import { afterAll, expect, test } from 'vitest';
import { requireRouter } from './lab/requireRouter.ts';
import { type AfterCut, cutOnce } from './sweep/cutOnce.ts';
import { type CutPoint, cutPoints } from './sweep/cutPoints.ts';
import { deployTo } from './sweep/deployTo.ts';
import { type SweepPlace, startPlace } from './sweep/place.ts';
import { readAsMachine } from './sweep/readAsMachine.ts';
import { fresh, old } from './sweep/releases.ts';
import type { Heard } from './sweep/watchedShells.ts';

const places: SweepPlace[] = [];
afterAll(async () => {
  for (const place of places) await place.close();
});

test('whatever breaks whenever, machines are served a complete release, and the next deploy finishes', async (context) => {
  requireRouter(context);
  for (const _ of [1, 2]) places.push(await startPlace());
  const [first] = places;
  if (first === undefined) return;
  const heard: Heard = { commands: [] };
  await deployTo(first.reach, fresh, { heard });
  expect(readAsMachine(first.root, [old, fresh])).toBe(fresh);

  const points = cutPoints(heard.commands, process.env.PILOTLIGHT_SWEEP === 'all');
  const waiting = [...points];
  const results: AfterCut[] = [];
  const failures: string[] = [];
  const work = async (place: SweepPlace): Promise<void> => {
    for (let point: CutPoint | undefined = waiting.shift(); point !== undefined; point = waiting.shift()) {
      try {
        results.push(await cutOnce(place, point));
      } catch (error) {
        failures.push((error as Error).message);
      }
    }
  };
  await Promise.all(places.map(work));
  const count = (served: AfterCut['served']): number =>
    results.filter((each) => each.served === served).length;
  console.log(
    `${points.length} cut points in ${heard.commands.length} remote commands: the old release was served after ${count('old')}, the new one after ${count('new')}`,
  );
  expect(failures).toEqual([]);
  expect(count('old')).toBeGreaterThan(0);
  expect(count('new')).toBeGreaterThan(0);
});
