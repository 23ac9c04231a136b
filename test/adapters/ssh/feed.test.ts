import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { feed } from '../../../src/adapters/ssh/feed.ts';

/** A stream that takes a piece only when it is told to. */
function slowStream(): { stream: Writable; taken(): number; takeOne(): void } {
  const waiting: (() => void)[] = [];
  let taken = 0;
  const stream = new Writable({
    highWaterMark: 2 * 1024 * 1024,
    write: (bytes: Buffer, _encoding, done) => {
      taken += bytes.length;
      waiting.push(done);
    },
  });
  return { stream, taken: () => taken, takeOne: () => waiting.shift()?.() };
}

/** Lets everything happen that can happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await setImmediate();
}

test('no more than a megabyte is read ahead of what the stream took', async () => {
  let read = 0;
  async function* source(): AsyncGenerator<Uint8Array> {
    for (; read < 64; read += 1) yield Buffer.alloc(256 * 1024);
  }
  const { stream, taken, takeOne } = slowStream();
  let out = 0;
  const { done } = feed(stream, source(), (bytes) => {
    out += bytes;
  });
  for (let step = 0; !stream.writableEnded; step += 1) {
    await settle();
    expect(read * 256 * 1024 - taken()).toBeLessThan(1024 * 1024);
    takeOne();
    if (step > 1_000) throw new Error('it hangs');
  }
  while (!stream.writableFinished) {
    takeOne();
    await setImmediate();
  }
  await done;
  expect(out).toBe(64 * 256 * 1024);
});

test('small pieces are put together', async () => {
  const lengths: number[] = [];
  const stream = new Writable({
    write: (bytes: Buffer, _encoding, done) => {
      lengths.push(bytes.length);
      done();
    },
  });
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let piece = 0; piece < 1_000; piece += 1) yield Buffer.alloc(512);
  }
  await feed(stream, source(), () => {}).done;
  await settle();
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(512_000);
  expect(Math.min(...lengths.slice(0, -1))).toBe(64 * 1024);
});

test('a feed that is stopped reads nothing more, closes its source and does not end the stream', async () => {
  let closed = false;
  let read = 0;
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        read += 1;
        yield Buffer.alloc(64 * 1024);
      }
    } finally {
      closed = true;
    }
  }
  const { stream } = slowStream();
  const running = feed(stream, source(), () => {});
  await settle();
  const before = read;
  running.stop();
  await running.done;
  await settle();
  expect({ closed, more: read - before, ended: stream.writableEnded }).toEqual({
    closed: true,
    more: 0,
    ended: false,
  });
});
