/** A worker that does what the input of a call says, in place of the translator's. */
import { BroadcastChannel, parentPort, threadId } from 'node:worker_threads';
import type { Call } from '../../../src/adapters/translator/message.ts';

const others = new BroadcastChannel('fake workers');
others.unref();

/** Answers with the number of this thread as the message. */
function answer(): void {
  const entry = { severity: 'info', message: String(threadId), path: [], line: 0, column: 0 };
  parentPort?.postMessage({ kind: 'answer', answer: { entries: [entry], sections: [] } });
}

/** Answers once another thread has a call of this kind too. */
function meet(): void {
  others.onmessage = () => {
    others.postMessage('here');
    others.onmessage = () => undefined;
    answer();
  };
  others.postMessage('here');
}

const behaviours: Record<string, () => void> = {
  answer,
  meet,
  die: () => process.exit(3),
  throw: () => {
    throw new Error('on purpose');
  },
  hang: () => undefined,
};

parentPort?.on('message', (call: Call) => behaviours[call.input]?.());
parentPort?.postMessage({ kind: 'ready', module: null });
