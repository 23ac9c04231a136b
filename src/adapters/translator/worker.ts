/** A thread that carries calls out, one after another. Built as an entry of its own: dist/translator-worker.js. */
import { parentPort, workerData } from 'node:worker_threads';
import { Instance } from './instance.ts';
import { loadModule } from './load.ts';
import { type Answer, type Call, failure, type WorkerMessage, type WorkerStart } from './message.ts';

/** An instance whose memory grew beyond this many bytes is replaced: memory never shrinks. */
const largestMemory = 96 * 1024 * 1024;

const { wasm } = workerData as WorkerStart;
const module = typeof wasm === 'string' ? loadModule(wasm) : wasm;
let instance: Instance | undefined = new Instance(module);

function carryOut(call: Call): Answer {
  instance ??= new Instance(module);
  try {
    const answer = instance.call(call);
    if (instance.memory > largestMemory) instance = undefined;
    return answer;
  } catch (error) {
    instance = undefined;
    return failure(reasonOf(error));
  }
}

/** The official code calls itself for each level of nesting, until the stack of the thread has no room. */
function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'the input is nested too deeply';
  return `the official translator failed: ${error instanceof Error ? error.message : String(error)}`;
}

const send = (message: WorkerMessage): void => parentPort?.postMessage(message);
parentPort?.on('message', (call: Call) => send({ kind: 'answer', answer: carryOut(call) }));
send({ kind: 'ready', module });
