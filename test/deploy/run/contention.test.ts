import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePointer } from '../../../src/deploy/pointer.ts';
import { deploy } from '../../../src/deploy/run/deploy.ts';
import { rollback } from '../../../src/deploy/run/rollback.ts';
import type { RunTools } from '../../../src/deploy/run/tools.ts';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage, type Point } from '../../fakes/memoryStorage.ts';
import { flaws, owner, requestFor, served, settings, toolsOf } from './bench.ts';
import { sample } from './sample.ts';

const small = { files: 1, size: 40 };
const releases = [sample('a', '44.1', small), sample('b', '44.1', small), sample('c', '44.2', small)];
const patient = {
  ...settings,
  keepReleases: 3,
  lock: { graceSeconds: 5, staleSeconds: 60, waitSeconds: 1e6 },
};

/** What one of several runs meets at one of its points. */
const mishap = fc.record({
  at: fc.nat({ max: 120 }),
  kind: fc.constantFrom('breaks' as const, 'dies' as const),
});

type Mishap = { readonly at: number; readonly kind: 'breaks' | 'dies' };

/** Watches a storage: who writes, and whether pointers only grow. */
class Witness {
  readonly sequences: number[] = [];
  readonly writers: string[] = [];
  readonly #router: MemoryRouter;
  #holder: string | undefined;

  constructor(router: MemoryRouter) {
    this.#router = router;
    router.onSlot = () => {
      const [a = 0, b = 0] = router.slots.map((text) => parsePointer(text ?? '')?.sequence ?? 0);
      this.sequences.push(Math.max(a, b));
    };
  }

  /** Once somebody was told that the lock is theirs, nobody else makes a step of a write. */
  see({ operation, moment }: Point, token: string): void {
    const newest = this.#router.ownerOf(this.#router.lockNumbers.at(-1) ?? 0);
    if (operation === 'lock' && moment === 'after' && newest.includes(token)) this.#holder = token;
    // Whoever was ended is stopped at this very step.
    if (moment !== 'within' || !writes.has(operation) || this.#router.ended.has(token)) return;
    if (this.#holder !== token) this.writers.push(`${token}: ${operation}`);
  }
}

const writes = new Set(['unpack', 'append', 'settle', 'seal', 'unseal', 'writeSlot', 'remove', 'note']);

describe('several runs at once', () => {
  test('no update is lost, nobody writes without the lock, and one whole release is served', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.option(mishap, { nil: undefined }), { minLength: 2, maxLength: 3 }),
        fc.boolean(),
        async (scheduler, mishaps, backwards) => {
          const router = new MemoryRouter();
          const witness = new Witness(router);
          const outcomes = mishaps.map((each, index) => {
            runs += 1;
            return start(router, witness, scheduler, `token-${index}-x`, each, (tools) =>
              backwards && index === 2
                ? rollback({ settings: patient, owner }, tools)
                : deploy(requestFor(releases[index] ?? sample('z'), router, { settings: patient }), tools),
            );
          });
          const ended = await scheduler.waitFor(Promise.all(outcomes));
          expect(witness.writers).toEqual([]);
          expect(witness.sequences).toEqual([...witness.sequences].sort((a, b) => a - b));
          // Every run that said it switched is one switch, and the last one is what is served.
          const done = ended.flatMap((end) => (end.pointer === undefined ? [] : [end.pointer]));
          expect(new Set(done).size).toBe(done.length);
          const pointer = await served(router);
          expect(pointer?.sequence ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...done));
          const release = releases.find(({ wanted }) => wanted.id === pointer?.release);
          if (pointer !== undefined) expect(release && flaws(router, release)).toEqual([]);
          for (const { failure } of ended) if (failure !== undefined) expect(failure).toBeInstanceOf(Failure);
          if (mishaps.every((each) => each === undefined) && !backwards)
            expect(done).toHaveLength(mishaps.length);
        },
      ),
      { numRuns: 150, seed: 4 },
    );
    console.info(`${runs} runs at once`);
  });
});

interface Ended {
  /** Sequence number of the pointer that the run left. */
  readonly pointer?: number;
  readonly failure?: unknown;
}

/** Starts a run whose every step waits for its turn. */
function start(
  router: MemoryRouter,
  witness: Witness,
  scheduler: fc.Scheduler,
  token: string,
  happens: Mishap | undefined,
  run: (tools: RunTools) => Promise<{ readonly pointer: { readonly sequence: number } }>,
): Promise<Ended> {
  let count = 0;
  return new Promise((resolve) => {
    const storage: MemoryStorage = new MemoryStorage(router, async (point) => {
      // A slot is written in one turn in eight of its bytes, so that other things happen too.
      if (point.operation !== 'writeSlot' || count % 8 === 0)
        await scheduler.schedule(Promise.resolve(), token);
      witness.see(point, token);
      count += 1;
      if (count - 1 !== happens?.at) return;
      if (happens.kind === 'breaks') throw new ConnectionLost('broken pipe');
      storage.die();
      resolve({});
    });
    const tools = toolsOf(storage, router, {
      random: () => token,
      now: () => router.uptime * 1000,
      wait: async (milliseconds) => {
        await scheduler.schedule(Promise.resolve(), `${token} waits`);
        router.uptime += milliseconds / 1000;
      },
    });
    run(tools).then(
      ({ pointer }) => resolve({ pointer: pointer.sequence }),
      (failure: unknown) => resolve({ failure }),
    );
  });
}
