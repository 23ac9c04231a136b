import { expect, onTestFinished, test } from 'vitest';
import {
  createTranslator,
  type TranslatorSettings,
} from '../../../src/adapters/translator/createTranslator.ts';

const workerUrl = new URL('./fakeWorker.ts', import.meta.url);

/** A translator whose threads are fakes, closed when the test ends. */
function translatorWith(settings: TranslatorSettings = {}) {
  const translator = createTranslator({ workerUrl, workers: 2, ...settings });
  onTestFinished(() => translator.close());
  return async (input: string): Promise<string | undefined> => (await translator.validate(input))[0]?.message;
}

test('few calls need one thread, and start no other', async () => {
  const threads = await Promise.all(['answer', 'answer', 'answer'].map(translatorWith()));
  expect(new Set(threads).size).toBe(1);
  // Threads are numbered as they are started.
  expect(await translatorWith()('answer')).toBe(String(Number(threads[0]) + 1));
});

test('many calls are shared by as many threads as are allowed', async () => {
  const run = translatorWith();
  const threads = await Promise.all([...Array(2).fill('meet'), ...Array(30).fill('answer')].map(run));
  expect(new Set(threads).size).toBe(2);
});

test('one worker is one worker, however many calls there are', async () => {
  const run = translatorWith({ workers: 1 });
  const threads = await Promise.all(Array(30).fill('answer').map(run));
  expect(new Set(threads).size).toBe(1);
});

test.each([
  ['die', 'the official translator failed: its thread ended with code 3'],
  ['throw', 'the official translator failed: on purpose'],
])(
  'when a worker ends (%s) its call is answered, and the next one has another worker',
  async (how, message) => {
    const run = translatorWith({ workers: 1 });
    const first = await run('answer');
    expect(await run(how)).toBe(message);
    const next = await run('answer');
    expect(next).toMatch(/^\d+$/);
    expect(next).not.toBe(first);
  },
);

test('calls that wait while workers die are answered all the same', async () => {
  const run = translatorWith({ workers: 1 });
  const [died, answered, again] = await Promise.all(['die', 'answer', 'throw'].map(run));
  expect(died).toMatch(/ended with code 3/);
  expect(answered).toMatch(/^\d+$/);
  expect(again).toMatch(/on purpose/);
});

test('a call without end is stopped', async () => {
  const run = translatorWith({ workers: 1, timeLimitMs: 1 });
  expect(await run('hang')).toMatch(/took longer than 0.001 s and was stopped/);
});

test('closing answers the call that is carried out and rejects those that wait', async () => {
  const translator = createTranslator({ workerUrl, workers: 1 });
  await translator.validate('answer');
  const running = translator.validate('hang');
  const waiting = translator.validate('answer');
  const rejected = expect(waiting).rejects.toThrow(/closed/);
  await translator.close();
  expect(await running).toMatchObject([{ severity: 'error' }]);
  await rejected;
  await expect(translator.validate('answer')).rejects.toThrow(/closed/);
});

test('a thread that was started early takes the first call', async () => {
  const run = translatorWith({ startEarly: true });
  expect(await run('answer')).toMatch(/^\d+$/);
});

test('an early start that fails is told by the first call', async () => {
  const translator = createTranslator({
    wasmPath: '/nowhere/translator.wasm.br',
    workers: 1,
    startEarly: true,
  });
  onTestFinished(() => translator.close());
  await expect(translator.validate('{}')).rejects.toThrow(/could not be started/);
  await expect(translator.validate('{}')).rejects.toThrow(/could not be started/);
});

test('a worker that cannot start is a failure of this machine, not of the input', async () => {
  const translator = createTranslator({ wasmPath: '/nowhere/translator.wasm.br', workers: 1 });
  onTestFinished(() => translator.close());
  await expect(translator.validate('{}')).rejects.toThrow(
    /could not be started: .*\/nowhere\/translator.wasm.br/,
  );
});
