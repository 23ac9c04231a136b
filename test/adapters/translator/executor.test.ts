import { expect, test } from 'vitest';
import { Executor } from '../../../src/adapters/translator/executor.ts';
import { type Answer, type Call, operation } from '../../../src/adapters/translator/message.ts';

const call: Call = { operation: operation.translate, input: '', strict: true };
const fine: Answer = { entries: [], sections: [] };

/** Instances that behave as told, one after another, and how many of them were made. */
function instances(...behaviours: { readonly memory?: number; readonly trap?: unknown }[]) {
  let made = 0;
  const make = () => {
    const { memory = 0, trap } = behaviours[made++] ?? {};
    return {
      memory,
      call: () => {
        if (trap !== undefined) throw trap;
        return fine;
      },
    };
  };
  return { make, made: () => made };
}

test('one instance answers call after call', () => {
  const { make, made } = instances();
  const executor = new Executor(make);
  expect([executor.run(call), executor.run(call)]).toEqual([fine, fine]);
  expect(made()).toBe(1);
});

test.each([
  [new RangeError('Maximum call stack size exceeded'), 'the input is nested too deeply'],
  [new Error('unreachable'), 'the official translator failed: unreachable'],
  ['raised signal 6', 'the official translator failed: raised signal 6'],
])('a trap (%s) is answered, and the next call has a new instance', (trap, message) => {
  const { make, made } = instances({ trap }, {});
  const executor = new Executor(make);
  expect(executor.run(call).entries).toMatchObject([{ severity: 'error', message }]);
  expect(executor.run(call)).toEqual(fine);
  expect(made()).toBe(2);
});

test('an instance that grew large is replaced', () => {
  const { make, made } = instances({ memory: 500_000_000 }, {});
  const executor = new Executor(make);
  executor.run(call);
  executor.run(call);
  executor.run(call);
  expect(made()).toBe(2);
});
