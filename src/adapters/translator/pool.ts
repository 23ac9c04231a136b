import type { Answer, Call } from './message.ts';
import { Thread, type ThreadStart } from './thread.ts';

/** How many calls may wait for each thread before one more is started: starting one costs as much as a few calls. */
const waitingForEach = 4;

interface Job {
  readonly call: Call;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** What a pool is made with. */
export interface PoolOptions {
  readonly start: ThreadStart;
  /** Most threads at once. */
  readonly workers: number;
}

/** Threads that share a queue of calls. The first one starts with the first call, others as the queue grows. */
export class Pool {
  private readonly options: PoolOptions;
  private readonly threads = new Set<Thread>();
  private readonly queue: Job[] = [];
  private module: WebAssembly.Module | undefined;
  private closed = false;

  constructor(options: PoolOptions) {
    this.options = options;
  }

  /** Carries a call out. Rejects when no thread can be started, or when the pool is closed. */
  run(call: Call): Promise<Answer> {
    if (this.closed) return Promise.reject(new Error('the translator is closed'));
    return new Promise((resolve, reject) => {
      this.queue.push({ call, resolve, reject });
      this.advance();
    });
  }

  /** Starts the first thread before there is a call for it. When that fails, the first call will say so. */
  warm(): void {
    if (this.threads.size === 0) void this.grow();
  }

  /** Ends all threads. Calls that wait are rejected; one that is being carried out is answered with an error. */
  async close(): Promise<void> {
    this.closed = true;
    this.rejectAll(new Error('the translator is closed'));
    await Promise.all([...this.threads].map((thread) => thread.end()));
  }

  private advance(): void {
    for (const thread of this.threads) {
      if (!thread.idle) continue;
      const job = this.queue.shift();
      if (job === undefined) return;
      void this.give(thread, job);
    }
    if (this.wantsAnother()) void this.grow();
  }

  /** The first thread makes the module, which the others then share: they wait for it. */
  private wantsAnother(): boolean {
    if (this.closed || this.threads.size >= this.options.workers) return false;
    if (this.threads.size === 0) return this.queue.length > 0;
    return this.module !== undefined && this.queue.length > this.threads.size * waitingForEach;
  }

  private async give(thread: Thread, job: Job): Promise<void> {
    job.resolve(await thread.run(job.call));
    this.advance();
  }

  private async grow(): Promise<void> {
    const thread = new Thread(this.options.start, this.module, () => {
      this.threads.delete(thread);
      this.advance();
    });
    this.threads.add(thread);
    try {
      this.module = await thread.ready;
      this.advance();
    } catch (error) {
      this.threads.delete(thread);
      if (this.threads.size === 0) this.rejectAll(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private rejectAll(error: Error): void {
    for (const job of this.queue.splice(0)) job.reject(error);
  }
}
