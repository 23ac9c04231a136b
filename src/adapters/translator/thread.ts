import { Worker } from 'node:worker_threads';
import { type Answer, type Call, failure, type WorkerMessage, type WorkerStart } from './message.ts';

/** What a thread is started with. */
export interface ThreadStart {
  readonly workerUrl: URL;
  readonly wasmPath: string;
  /** How long one call may take, in milliseconds. */
  readonly timeLimitMs: number;
}

/**
 * The stack of a thread, in MB. YAML's parser stops at 10,000 levels by itself; the stack has room for them, so that this is an
 * ordinary error.
 */
const stackSizeMb = 32;

/** A worker that does one call at a time. While it has nothing to do it does not keep the process alive. */
export class Thread {
  /** Settles once the worker can take calls; answers its module. */
  readonly ready: Promise<WebAssembly.Module>;
  /** Whether a call can be given to it. */
  idle = false;
  private readonly worker: Worker;
  private readonly timeLimitMs: number;
  private finish: ((answer: Answer) => void) | undefined;
  private ending = false;

  /** `ended` is called once, when the thread is no more. */
  constructor(start: ThreadStart, module: WebAssembly.Module | undefined, ended: () => void) {
    this.timeLimitMs = start.timeLimitMs;
    const workerData: WorkerStart = { wasm: module ?? start.wasmPath };
    this.worker = new Worker(start.workerUrl, {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: 4, stackSizeMb },
      // Nothing of this process concerns the worker, and some of Node's options it would not even start with.
      execArgv: [],
      env: {},
    });
    this.ready = new Promise((resolve, reject) => {
      const lose = (reason: string): void => {
        reject(new Error(`the translator could not be started: ${reason}`));
        this.finish?.(failure(`the official translator failed: ${reason}`));
        this.idle = false;
      };
      this.worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'answer') return this.finish?.(message.answer);
        this.rest();
        resolve(message.module);
      });
      this.worker.on('error', (error: Error) => lose(error.message));
      this.worker.on('exit', (code) => {
        lose(`its thread ended with code ${code}`);
        ended();
      });
    });
  }

  /** Gives a call to an idle worker. */
  run(call: Call): Promise<Answer> {
    this.idle = false;
    this.worker.ref();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.giveUp(), this.timeLimitMs);
      this.finish = (answer) => {
        clearTimeout(timer);
        this.finish = undefined;
        this.rest();
        resolve(answer);
      };
      this.worker.postMessage(call);
    });
  }

  /** Ends the worker, whatever it is doing. */
  async end(): Promise<void> {
    this.ending = true;
    await this.worker.terminate();
  }

  private rest(): void {
    this.idle = true;
    // A message may arrive while the worker is being ended: the process has to live until it is.
    if (!this.ending) this.worker.unref();
  }

  private giveUp(): void {
    const seconds = this.timeLimitMs / 1000;
    this.finish?.(failure(`the official translator took longer than ${seconds} s and was stopped`));
    this.idle = false;
    void this.worker.terminate();
  }
}
