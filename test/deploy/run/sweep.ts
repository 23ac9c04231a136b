import { expect } from 'vitest';
import { changesAnything } from '../../../src/deploy/plan/plan.ts';
import type { Pointer } from '../../../src/deploy/plan/state.ts';
import { deploy, planDeployment } from '../../../src/deploy/run/deploy.ts';
import type { RunTools } from '../../../src/deploy/run/tools.ts';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import { StorageFull } from '../../../src/ports/storage.ts';
import { Failure } from '../../../src/shared/failure.ts';
import type { Survival } from '../../fakes/memoryDisk.ts';
import type { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage, type Point } from '../../fakes/memoryStorage.ts';
import { booted, flaws, requestFor, served, settings, staticSettings, toolsOf } from './bench.ts';
import type { Sample } from './sample.ts';

/** What a sweep cuts, and where it starts. */
export interface Scenario {
  /** The storage before; it is copied. */
  readonly router: MemoryRouter;
  /** All releases that may be served. */
  readonly releases: readonly Sample[];
  run(tools: RunTools, router: MemoryRouter): Promise<unknown>;
  /** What is deployed afterwards. */
  readonly next: Sample;
  /** Whether machines follow the boot file. */
  readonly bootFile?: true;
}

/** Something that happens at one point of a run. */
export const faults = {
  'the connection breaks': () => {
    throw new ConnectionLost('broken pipe');
  },
  'the process dies': ({ die }: Stage) => die(),
  'the power is cut, and what was not synchronized is lost': ({ router }: Stage) => cut(router, 'lost'),
  'the power is cut, and all is kept': ({ router }: Stage) => cut(router, 'kept'),
  'the power is cut, and files are torn': ({ router }: Stage) => cut(router, 'torn'),
  'the power is cut, and every other file is lost': ({ router }: Stage) => cut(router, 'mixed'),
  'the disk is full for a moment': () => {
    throw new StorageFull();
  },
  'the disk is full': ({ router }: Stage) => {
    router.capacity = router.disk.used;
  },
  'the disk is pulled out': ({ router }: Stage) => {
    router.mounted = false;
  },
  'the disk becomes read-only': ({ router }: Stage) => {
    router.readOnly = true;
  },
  'somebody takes the lock over': ({ router }: Stage) => router.takeOver('another run'),
  'the run is stopped': ({ abort }: Stage) => abort(),
  'an operation fails': () => {
    throw new Failure('world', 'sh: input/output error');
  },
} as const;

export type Fault = keyof typeof faults;

interface Stage {
  readonly router: MemoryRouter;
  die(): void;
  abort(): void;
}

export const survivals = ['lost', 'kept', 'torn', 'mixed'] as const;

type Survivals = (typeof survivals)[number];

function cut(router: MemoryRouter, mode: Survivals): void {
  router.cutPower((path): Survival => {
    if (mode !== 'mixed') return mode;
    return path.length % 2 === 0 ? 'lost' : 'kept';
  });
}

/** The points of a run in which nothing happens. */
export async function pointsOf(scenario: Scenario): Promise<Point[]> {
  const points: Point[] = [];
  const router = scenario.router.copy();
  const storage = new MemoryStorage(router, (point) => {
    points.push(point);
  });
  await scenario.run(toolsOf(storage, router), router);
  return points;
}

/** What a run came to. */
type End = { readonly failure?: unknown; readonly died?: true };

/** Runs with a fault at one point; then the power is cut, and a deploy follows. Throws where a promise is broken. */
export async function sweepPoint(scenario: Scenario, index: number, fault: Fault): Promise<void> {
  const router = scenario.router.copy();
  const before = await served(router);
  const end = await runWithFault(scenario, router, index, fault);
  await expectWhole(scenario, router, before);
  if (end.failure !== undefined) await expectExplained(scenario, end.failure, router);
  for (const survival of fault === 'the process dies'
    ? survivals
    : [survivals[index % survivals.length] ?? 'lost']) {
    const after = router.copy();
    cut(after, survival);
    await expectWhole(scenario, after, before);
    await expectMended(scenario, after);
  }
  const uncut = router.copy();
  await expectMended(scenario, uncut);
}

async function runWithFault(
  scenario: Scenario,
  router: MemoryRouter,
  index: number,
  fault: Fault,
): Promise<End> {
  let count = 0;
  const controller = new AbortController();
  return new Promise<End>((resolve) => {
    const storage: MemoryStorage = new MemoryStorage(router, () => {
      count += 1;
      if (count - 1 !== index) return;
      faults[fault]({
        router,
        abort: () => controller.abort(new Error('stopped')),
        die: () => {
          storage.die();
          resolve({ died: true });
        },
      });
    });
    const tools = toolsOf(storage, router, { signal: controller.signal });
    scenario.run(tools, router).then(
      () => resolve({}),
      (failure: unknown) => resolve({ failure }),
    );
  });
}

/** A reader gets one release, complete, and never an older pointer than before. */
async function expectWhole(
  { releases }: Scenario,
  router: MemoryRouter,
  before: Pointer | undefined,
): Promise<void> {
  const pointer = await served(router);
  if (before !== undefined) expect(pointer?.sequence).toBeGreaterThanOrEqual(before.sequence);
  for (const id of [pointer?.release, booted(router)]) {
    if (id === undefined) continue;
    const release = releases.find(({ wanted }) => wanted.id === id);
    expect(release, 'a release that nobody deployed').toBeDefined();
    if (release !== undefined) expect(flaws(router, release)).toEqual([]);
  }
}

/** The failure is one, and what it says of what machines are served is true. */
async function expectExplained(scenario: Scenario, failure: unknown, router: MemoryRouter): Promise<void> {
  expect(failure).toBeInstanceOf(Failure);
  const { message, next } = failure as Failure;
  expect(next).toBeTruthy();
  const followed = scenario.bootFile === true ? booted(router) : (await served(router))?.release;
  const release = followed?.slice(0, 12);
  if (message.endsWith('nothing was changed')) return;
  if (message.endsWith('serves no release yet')) return expect(release).toBeUndefined();
  if (/serves nothing|and nothing otherwise$/.test(message)) return;
  const named = message.match(/(?:serves|or) release [0-9a-f]{12}/g)?.map((each) => each.slice(-12));
  expect(named, message).toContain(release);
}

/** The next deploy finishes, and then there is nothing left to do. */
async function expectMended({ next, bootFile }: Scenario, router: MemoryRouter): Promise<void> {
  router.mounted = true;
  router.readOnly = false;
  router.capacity = 1e9;
  const request = { ...requestFor(next, router), settings: bootFile === true ? staticSettings : settings };
  await deploy(request, toolsOf(new MemoryStorage(router), router));
  const { plan, problems } = await planDeployment(request, toolsOf(new MemoryStorage(router), router));
  expect({ problems, changes: changesAnything(plan) }).toEqual({ problems: [], changes: false });
  expect((await served(router))?.release).toBe(next.wanted.id);
  if (bootFile === true) expect(booted(router)).toBe(next.wanted.id);
  expect(flaws(router, next)).toEqual([]);
}
