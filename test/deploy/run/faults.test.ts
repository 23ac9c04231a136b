import { afterAll, describe, expect, test } from 'vitest';
import { collectGarbage } from '../../../src/deploy/run/collect.ts';
import { deploy } from '../../../src/deploy/run/deploy.ts';
import { rollback } from '../../../src/deploy/run/rollback.ts';
import { verifyStorage } from '../../../src/deploy/run/verify.ts';
import { bootFilePath } from '../../../src/shared/storageLayout.ts';
import { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage, type Point } from '../../fakes/memoryStorage.ts';
import { owner, requestFor, serving, settings, staticSettings, toolsOf, url } from './bench.ts';
import { manifestOf, noise, sample } from './sample.ts';
import { type Fault, faults, pointsOf, type Scenario, sweepPoint } from './sweep.ts';

const small = { files: 1, size: 60 };
const [first, second] = [sample('first', '44.1', small), sample('second', '44.1', small)];
const [third, fourth] = [sample('third', '44.2', small), sample('fourth', '44.1', small)];

const routerWith = (...releases: ReturnType<typeof sample>[]) => routerOf(settings, releases);

async function routerOf(
  rules: typeof settings,
  releases: readonly ReturnType<typeof sample>[],
): Promise<MemoryRouter> {
  const router = new MemoryRouter();
  for (const each of releases) {
    const request = { ...requestFor(each, router), settings: rules };
    await deploy(request, toolsOf(new MemoryStorage(router), router));
  }
  router.cutPower(() => 'kept');
  return router;
}

/** The pointer names the second release, and machines still boot the first one. */
async function behind(): Promise<MemoryRouter> {
  const router = await routerOf(staticSettings, [first]);
  const left = router.text(bootFilePath) ?? '';
  await deploy(requestFor(second, router), toolsOf(new MemoryStorage(router), router));
  router.put(bootFilePath, left);
  router.cutPower(() => 'kept');
  return router;
}

async function scenarios(): Promise<Record<string, Scenario>> {
  const littered = await routerWith(first, second);
  littered.put(`releases/${fourth.wanted.id}/nodes/n0/config.ign`, 'half');
  for (const [path, bytes] of third.big) littered.disk.write(path, bytes);
  littered.disk.write(`incoming/${third.wanted.id}.part`, noise('part', 50));
  const damaged = await routerWith(first, second);
  damaged.put(`releases/${first.wanted.id}/nodes/n0/config.ign`, 'damaged');
  return {
    'first deploy': {
      router: new MemoryRouter(),
      releases: [first],
      run: (tools, router) => deploy(requestFor(first, router), tools),
      next: first,
    },
    'deploy with garbage to collect': {
      router: await routerWith(first, second),
      releases: [first, second, third],
      run: (tools, router) => deploy(requestFor(third, router), tools),
      next: third,
    },
    rollback: {
      router: await routerWith(first, second),
      releases: [first, second],
      run: (tools, router) => rollback({ settings, owner, check: { http: serving(router), url } }, tools),
      next: second,
    },
    'deploy in static mode': {
      router: await routerOf(staticSettings, [first, second]),
      releases: [first, second, third],
      run: (tools, router) => deploy({ ...requestFor(third, router), settings: staticSettings }, tools),
      next: third,
      bootFile: true,
    },
    'deploy in static mode, after a run that was cut off before the boot file': {
      router: await behind(),
      releases: [first, second],
      run: (tools, router) => deploy({ ...requestFor(second, router), settings: staticSettings }, tools),
      next: second,
      bootFile: true,
    },
    'rollback in static mode': {
      router: await routerOf(staticSettings, [first, second]),
      releases: [first, second],
      run: (tools, router) => {
        const check = { http: serving(router), url };
        return rollback({ settings: staticSettings, owner, check }, tools);
      },
      next: second,
      bootFile: true,
    },
    gc: {
      router: littered,
      releases: [first, second],
      run: (tools) => collectGarbage({ settings, owner }, tools),
      next: second,
    },
    verify: {
      router: damaged,
      releases: [first, second],
      run: (tools) => verifyStorage({ settings, owner, manifestOf }, tools),
      next: second,
    },
  };
}

const all = await scenarios();
const names = Object.keys(faults) as Fault[];

/** Faults that meet each byte of a slot, in turn; every sixteenth byte meets all faults. */
const tearing = names.filter((fault) => /dies|is lost|torn/.test(fault));

function isTried({ operation, moment }: Point, index: number, fault: Fault): boolean {
  if (operation !== 'writeSlot' || moment !== 'within' || index % 16 === 0) return true;
  return tearing[index % tearing.length] === fault;
}

let cuts = 0;

afterAll(() => console.info(`${cuts} cuts, each followed by a power cut and a deploy`));

describe.each(Object.entries(all))('%s', (name, scenario) => {
  test.each(names)(
    'at any point %s: one whole release is served, and the next deploy finishes',
    async (fault) => {
      const points = await pointsOf(scenario);
      let tried = 0;
      for (const [index, point] of points.entries()) {
        if (!isTried(point, index, fault)) continue;
        tried += 1;
        try {
          await sweepPoint(scenario, index, fault);
        } catch (error) {
          const where = `${name}, point ${index} (${JSON.stringify(points[index])}), ${fault}`;
          throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
        }
      }
      expect(tried).toBeGreaterThan(20);
      cuts += tried;
    },
  );

  test('one connection that breaks, at any point, does not keep the run from its end', async () => {
    const points = await pointsOf(scenario);
    for (const index of points.keys()) {
      const router = scenario.router.copy();
      let count = 0;
      const storage = new MemoryStorage(router, () => {
        count += 1;
        if (count - 1 === index) faults['the connection breaks']();
      });
      await scenario.run(toolsOf(storage, router), router);
    }
  });
});
