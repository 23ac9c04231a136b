import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { World } from '../../src/app/world.ts';
import type { Context } from '../../src/cli/context.ts';
import { transferProgress } from '../../src/cli/transferProgress.ts';

/** A context of which the progress needs the clock and the stream alone. */
function watched(terminal: boolean) {
  let written = '';
  let now = 0;
  const stderr = Object.assign(
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written += chunk.toString();
        done();
      },
    }),
    { isTTY: terminal, columns: 100 },
  );
  const context = { stderr, colour: false, world: () => ({ now: () => now }) as World } as unknown as Context;
  return {
    progress: transferProgress(context),
    said: () => written,
    later: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const upload = (done: number) => ({ stage: 'upload', subject: 'k3s/v1', bytes: { done, total: 10_240 } });

test('in a log, a line every five seconds tells rate and time left', () => {
  const { progress, said, later } = watched(false);
  progress.onEvent({ stage: 'connect', subject: 'lab' });
  progress.onEvent({ stage: 'read', subject: 'storage' });
  progress.onEvent({ stage: 'lock', subject: 'storage' });
  for (let second = 1; second <= 11; second++) {
    later(1000);
    progress.onEvent(upload(second * 512));
  }
  progress.clear();
  expect(said()).toBe(
    'uploading k3s/v1: 2.5 KiB of 10 KiB, 512 B/s, 15.0 s left\nuploading k3s/v1: 5 KiB of 10 KiB, 512 B/s, 10.0 s left\n',
  );
});

test('in a log, a wait and a broken connection are said at once, and once', () => {
  const { progress, said } = watched(false);
  progress.onEvent({ stage: 'connect', subject: 'lab' });
  progress.onEvent({ stage: 'read', subject: 'storage' });
  for (let poll = 0; poll < 3; poll++)
    progress.onEvent({ stage: 'lock', subject: 'waiting for \u001b[2Jlouis' });
  progress.onEvent({ stage: 'connect', subject: 'the connection broke; connecting again in 1 s' });
  progress.onEvent({ stage: 'read', subject: 'storage' });
  progress.onEvent({ stage: 'lock', subject: 'storage' });
  expect(said()).toBe(
    'locking: waiting for ␛[2Jlouis\nconnecting: the connection broke; connecting again in 1 s\n',
  );
});

test('on a terminal, one line is drawn again, not too often, and taken away', () => {
  const { progress, said, later } = watched(true);
  progress.onEvent({ stage: 'read', subject: 'storage' });
  progress.onEvent(upload(0));
  progress.onEvent(upload(1));
  later(100);
  progress.onEvent(upload(10_240));
  progress.clear();
  progress.clear();
  expect(said().split('\r\u001b[K')).toEqual([
    '',
    'reading  storage',
    'uploading  ────────────────────  0 B of 10 KiB  k3s/v1',
    'uploading  ━━━━━━━━━━━━━━━━━━━━  10 KiB of 10 KiB  k3s/v1',
    '',
  ]);
});
