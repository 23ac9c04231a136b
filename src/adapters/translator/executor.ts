import type { Instance } from './instance.ts';
import { type Answer, type Call, failure } from './message.ts';

/** An instance whose memory grew beyond this many bytes is replaced: memory never shrinks. */
const largestMemory = 96 * 1024 * 1024;

/** Carries calls out on one instance, which is replaced after a trap and when it has grown too large. Never throws. */
export class Executor {
  private readonly make: () => Pick<Instance, 'call' | 'memory'>;
  private instance: Pick<Instance, 'call' | 'memory'> | undefined;

  constructor(make: () => Pick<Instance, 'call' | 'memory'>) {
    this.make = make;
    this.instance = make();
  }

  run(call: Call): Answer {
    try {
      this.instance ??= this.make();
      const answer = this.instance.call(call);
      if (this.instance.memory > largestMemory) this.instance = undefined;
      return answer;
    } catch (error) {
      this.instance = undefined;
      return failure(reasonOf(error));
    }
  }
}

/** The official code calls itself for each level of nesting, until the stack of the thread has no room. */
function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'the input is nested too deeply';
  return `the official translator failed: ${error instanceof Error ? error.message : String(error)}`;
}
