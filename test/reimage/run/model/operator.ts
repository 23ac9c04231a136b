import { ConnectionLost } from '../../../../src/ports/remoteShell.ts';
import { LockLost } from '../../../../src/ports/storage.ts';
import type { ReimagePlan } from '../../../../src/reimage/plan/plan.ts';
import type { RunEnd } from '../../../../src/reimage/run/end.ts';
import { runReimage } from '../../../../src/reimage/run/runReimage.ts';
import { siteOver } from '../../../../src/reimage/run/siteOver.ts';
import { readSlots, runText } from '../../../../src/reimage/steps/journal.ts';
import { newRun } from '../../../../src/reimage/steps/next.ts';
import type { ReimageRun, RunEvent } from '../../../../src/reimage/steps/run.ts';
import { Failure } from '../../../../src/shared/failure.ts';
import { type Around, modelAccess } from './access.ts';
import { type ModelWorld, newDigest } from './world.ts';

/** The router's storage: who has the lock, and the two files of a run. */
export class ModelStorage {
  owner: Operator | undefined;
  /** Milliseconds, when the owner was last heard of. */
  beat = Number.NEGATIVE_INFINITY;
  readonly slots: [string | undefined, string | undefined] = [undefined, undefined];
}

/** What may go wrong for one operator, decided by chance: answers a number from 0 up to 1. */
export interface Luck {
  readonly chance: () => number;
  /** How much goes wrong: 0 nothing. */
  readonly trouble: number;
  /** Called when an operator falls asleep by itself, as a laptop does. */
  readonly onNap: (operator: Operator) => void;
}

/** Milliseconds for which an owner may be quiet whose connection is gone. */
const grace = 30_000;

/** Where an operator may hang or fall asleep: before it makes sure, right before a change, that the lock is its own. */
const naps: ReadonlySet<string> = new Set(['story', 'read', 'removeMember', 'deleteNode', 'bootNetworkOnce']);

/** One who carries a run out: a process that may be killed, sleep, or be told to stop at any moment. */
export class Operator {
  readonly #world: ModelWorld;
  readonly #storage: ModelStorage;
  readonly #luck: Luck;
  readonly #stop = new AbortController();
  #state: 'works' | 'sleeps' | 'dead' = 'works';
  #wakers: (() => void)[] = [];
  end: RunEnd | undefined;
  failure: unknown;
  /** What was armed when it came to its end. */
  armedAtEnd: readonly string[] = [];

  constructor(world: ModelWorld, storage: ModelStorage, luck: Luck) {
    this.#world = world;
    this.#storage = storage;
    this.#luck = luck;
  }

  get isOver(): boolean {
    return this.#state === 'dead' || this.end !== undefined || this.failure !== undefined;
  }

  kill(): void {
    this.#state = 'dead';
  }

  sleep(): void {
    if (this.#state === 'works') this.#state = 'sleeps';
  }

  wake(): void {
    if (this.#state !== 'sleeps') return;
    this.#state = 'works';
    for (const waker of this.#wakers.splice(0)) waker();
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Takes the lock, and goes on with the run that is there, or begins one. */
  begin(plan: ReimagePlan, event: 'resume' | 'abort'): void {
    const { owner, beat } = this.#storage;
    const isGone =
      owner === undefined ||
      owner.isOver ||
      (owner.#state === 'sleeps' && this.#world.time.now - beat >= grace);
    if (!isGone) {
      this.failure = new Failure('refused', 'the storage is locked');
      return;
    }
    this.#storage.owner = this;
    this.#storage.beat = this.#world.time.now;
    const { kept } = readSlots(this.#storage.slots);
    const isThere = kept !== undefined && !['done', 'aborted'].includes(kept.run.phase);
    const run = isThere ? kept.run : newRun('1', plan);
    const first: RunEvent = !isThere
      ? { kind: 'start' }
      : event === 'resume'
        ? { kind: 'resume' }
        : { kind: 'abort', orphaned: true };
    if (!isThere) {
      // Of a machine that ran what it is to run, nothing tells that it was installed.
      const tells = plan.nodes.every(({ running }) => running !== undefined && running !== newDigest);
      this.#world.foundedInRun = tells ? 0 : undefined;
    }
    const { time } = this.#world;
    const lies = () => this.#luck.chance() < this.#luck.trouble / 4;
    runReimage(run, first, {
      site: siteOver(modelAccess(this.#world, this.#around, lies)),
      keep: (now) => this.#keep(now),
      signal: this.#stop.signal,
      limits: { install: 60, firstBoot: 60, ready: 60, verify: 60, drain: 20, netboot: 60 },
      now: () => time.now,
      clock: () => Math.floor(time.now / 1000),
      wait: async (milliseconds, signal) => {
        await time.wait(milliseconds, signal);
        await this.#awake();
      },
    }).then(
      (end) => {
        this.end = end;
        this.armedAtEnd = [...this.#world.permissions.keys()];
      },
      (error: unknown) => {
        this.failure = error;
      },
    );
  }

  async #keep(run: ReimageRun): Promise<void> {
    await this.#awake();
    if (this.#storage.owner !== this) throw new LockLost();
    this.#storage.beat = this.#world.time.now;
    await this.#world.time.wait(300);
    await this.#awake();
    if (this.#storage.owner !== this) throw new LockLost();
    const { kept, next } = readSlots(this.#storage.slots);
    const text = runText({ sequence: (kept?.sequence ?? 0) + 1, run });
    if (this.#happens(0.15)) {
      // Cut in the middle of the write.
      this.#storage.slots[next] = text.slice(0, Math.floor(text.length * this.#luck.chance()));
      if (this.#happens(0.5)) this.kill();
      await this.#awake();
    }
    this.#storage.slots[next] = text;
    await this.#awake();
  }

  /** Never answers one that is dead; one that sleeps goes on where it was. */
  async #awake(): Promise<void> {
    if (this.#state === 'dead') await new Promise(() => {});
    if (this.#state === 'sleeps') await new Promise<void>((wake) => this.#wakers.push(wake));
    if (this.#state === 'dead') await new Promise(() => {});
  }

  readonly #around: Around = async (what, act, signal) => {
    await this.#awake();
    if (this.#happens(0.1)) this.kill();
    if (naps.has(what) && this.#happens(0.2)) {
      this.sleep();
      this.#luck.onNap(this);
    }
    await this.#awake();
    if (this.#happens(0.3)) throw new ConnectionLost(`${what} before`);
    if (this.#happens(0.1)) throw new Failure('world', `${what} failed`);
    if (naps.has(what) && this.#happens(0.1)) await this.#world.time.wait(1e6, signal);
    await this.#awake();
    const answer = await act();
    if (this.#happens(0.3)) throw new ConnectionLost(`${what} after`);
    if (this.#happens(0.1)) this.kill();
    await this.#awake();
    return answer;
  };

  #happens(share: number): boolean {
    return this.#luck.chance() < this.#luck.trouble * share;
  }
}
