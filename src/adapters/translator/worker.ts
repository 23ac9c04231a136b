/** A thread that carries calls out, one after another. Built as an entry of its own: dist/translator-worker.js. */
import { parentPort, workerData } from 'node:worker_threads';
import { Executor } from './executor.ts';
import { Instance } from './instance.ts';
import { loadModule } from './load.ts';
import type { Call, WorkerMessage, WorkerStart } from './message.ts';

const { wasm } = workerData as WorkerStart;
const module = typeof wasm === 'string' ? loadModule(wasm) : wasm;
const executor = new Executor(() => new Instance(module));

const send = (message: WorkerMessage): void => parentPort?.postMessage(message);
parentPort?.on('message', (call: Call) => send({ kind: 'answer', answer: executor.run(call) }));
send({ kind: 'ready', module });
