import { LockLost } from '../../ports/storage.ts';
import type { PlannedNode } from '../plan/plan.ts';
import { type StepLimits, stepLimits } from '../steps/limits.ts';
import { next } from '../steps/next.ts';
import type { ReimageRun, RunAction, RunEvent } from '../steps/run.ts';
import type { Step } from '../steps/step.ts';
import { again } from './again.ts';
import { carryOut, problemOf } from './carryOut.ts';
import type { Leftover, RunEnd } from './end.ts';
import { unkept } from './failures.ts';
import type { StepRecord } from './progress.ts';
import type { RunnerTools } from './tools.ts';

/** Milliseconds after which a run that nothing happens to is written down again: shorter than any lock takes to go stale. */
const beat = 60_000;

/** Seconds for which the lock counts as ours once it was: shorter than anybody waits before it is taken over. */
const freshSeconds = 5;

/** How often something is tried to be taken back: over a minute. */
const triesToTakeBack = 7;

/** Hears events, writes the run down, and starts what follows; `next` alone decides. */
export class Runner {
  #run: ReimageRun;
  readonly #tools: RunnerTools;
  readonly #limits: StepLimits;
  readonly #started: number;
  readonly #events: RunEvent[] = [];
  /** What is under way, by what it is: nothing is begun a second time meanwhile. */
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #stops = new Map<string, AbortController>();
  readonly #timeLine: StepRecord[] = [];
  readonly #left = new Map<string, Leftover>();
  #wake: () => void = () => {};
  /** One write after the other. */
  #written: Promise<void> = Promise.resolve();
  /** Seconds since 1970 when the lock was ours for sure; the clock counts while a machine sleeps. */
  #confirmedAt = Number.NEGATIVE_INFINITY;

  constructor(run: ReimageRun, tools: RunnerTools) {
    this.#run = run;
    this.#tools = tools;
    this.#limits = stepLimits(run.plan.drain, tools.limits);
    this.#started = tools.now();
  }

  /** Takes note of an event; it is heeded when its turn comes. */
  hear(event: RunEvent): void {
    this.#events.push(event);
    this.#wake();
  }

  async toEnd(): Promise<RunEnd> {
    try {
      for (;;) {
        const event = this.#events.shift();
        if (event !== undefined) await this.#heed(event);
        else if (this.#underWay.size === 0) break;
        else if (!(await this.#somethingHappens())) await this.#keep();
      }
    } catch (error) {
      throw await this.#giveUp(error);
    }
    return { run: this.#run, timeLine: this.#timeLine, left: [...this.#left.values()] };
  }

  /** One event at a time: what it asks for has begun before the next one, which may end it, is heeded. */
  async #heed(event: RunEvent): Promise<void> {
    const { run, actions } = next(this.#run, event);
    this.#run = run;
    await this.#keep();
    this.#tools.onProgress?.({ kind: 'run', run });
    for (const action of actions) this.#begin(action);
  }

  /** Writes down what the run is by then. */
  #keep(): Promise<void> {
    this.#written = this.#written.then(async () => {
      const at = this.#tools.clock();
      await this.#tools.keep(this.#run);
      this.#confirmedAt = at;
    });
    return this.#written;
  }

  async #confirm(): Promise<void> {
    if (Math.abs(this.#tools.clock() - this.#confirmedAt) > freshSeconds) await this.#keep();
  }

  /** Answers false when nothing did for a while. */
  async #somethingHappens(): Promise<boolean> {
    const enough = new AbortController();
    const happened = new Promise<boolean>((resolve) => {
      this.#wake = () => resolve(true);
    });
    const quiet = this.#tools.wait(beat, enough.signal).then(
      () => false,
      () => true,
    );
    try {
      return await Promise.race([happened, quiet]);
    } finally {
      this.#wake = () => {};
      enough.abort();
    }
  }

  #begin(action: RunAction): void {
    const { hostname } = action;
    if (action.kind === 'cancel') {
      this.#stops.get(hostname)?.abort();
      return;
    }
    const key = action.kind === 'do' ? `${hostname} ${action.step}` : `${hostname} ${action.kind}`;
    if (this.#underWay.has(key)) return;
    const node = this.#nodeOf(hostname);
    const work = action.kind === 'do' ? this.#do(node, action.step) : this.#takeBack(node, action.kind);
    this.#underWay.set(
      key,
      work.finally(() => {
        this.#underWay.delete(key);
        this.#wake();
      }),
    );
  }

  async #do(node: PlannedNode, step: Step): Promise<void> {
    const { hostname } = node;
    const { onProgress, now } = this.#tools;
    const stop = new AbortController();
    this.#stops.set(hostname, stop);
    const began = now();
    onProgress?.({ kind: 'began', hostname, step });
    const tell = (message: string): void => onProgress?.({ kind: 'told', hostname, step, message });
    const failure = await carryOut(
      {
        plan: this.#run.plan,
        node,
        step,
        limit: this.#limits[step],
        signal: stop.signal,
        tell,
        confirm: () => this.#confirm(),
      },
      this.#tools,
    );
    const record: StepRecord = {
      hostname,
      step,
      startedSeconds: (began - this.#started) / 1000,
      seconds: (now() - began) / 1000,
      problem: failure?.problem,
    };
    this.#stops.delete(hostname);
    this.#timeLine.push(record);
    onProgress?.({ kind: 'ended', ...record });
    this.hear(
      failure === undefined
        ? { kind: 'succeeded', hostname, step }
        : { kind: 'failed', hostname, step, ...failure },
    );
  }

  /** Takes something back; where that cannot be done, the run stays as it is, and whoever goes on with it tries again. */
  async #takeBack(node: PlannedNode, kind: 'disarm' | 'uncordon'): Promise<void> {
    const { hostname } = node;
    const { site, onProgress } = this.#tools;
    try {
      const options = { mayPass: () => true, tries: triesToTakeBack };
      await again(this.#tools, undefined, () => site[kind](node), options);
      this.#left.delete(`${hostname} ${kind}`);
      this.hear({ kind: kind === 'disarm' ? 'disarmed' : 'uncordoned', hostname });
    } catch (error) {
      const what = kind === 'disarm' ? 'armed' : 'cordoned';
      this.#left.set(`${hostname} ${kind}`, { hostname, what, why: problemOf(error) });
      const message = `it is still ${what}: ${problemOf(error)}`;
      onProgress?.({ kind: 'told', hostname, step: undefined, message });
    }
  }

  /** The run cannot be written down: ends what is under way. What the storage says is still true, and may be gone on with. */
  async #giveUp(error: unknown): Promise<unknown> {
    for (const stop of this.#stops.values()) stop.abort();
    await Promise.all(this.#underWay.values());
    // Whoever has the lock now disarms: what this process knows is old.
    if (!(error instanceof LockLost)) {
      const armed = this.#run.nodes.filter((node) => node.armed).map((node) => this.#nodeOf(node.hostname));
      await Promise.all(armed.map((node) => this.#takeBack(node, 'disarm')));
    }
    return unkept(error, [...this.#left.values()]);
  }

  #nodeOf(hostname: string): PlannedNode {
    const node = this.#run.plan.nodes.find((each) => each.hostname === hostname);
    if (node === undefined) throw new Error(`${hostname} is not in the plan`);
    return node;
  }
}
