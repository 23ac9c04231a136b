import { execFileSync } from 'node:child_process';
import { constants, openSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A point of a first boot that the power can go at. */
export interface Step {
  /** Which one of those that were told of, counted from 1. */
  readonly number: number;
  /** `after mv`, `install.sh took the unit away` */
  readonly name: string;
}

/** What is done at a step; the machine stands still meanwhile. */
export type OnStep = (step: Step) => Promise<void>;

/** Somebody who listens for the steps of a machine. */
export interface StepListener {
  /** Rejects when something at a step failed. */
  readonly failed: Promise<never>;
  close(): void;
}

/** Listens for a machine that boots with `each` in cut/at: programs/cut.sh waits at each step until it was dealt with. */
export function listenForSteps(lab: string, onStep: OnStep): StepListener {
  const reached = join(lab, 'cut/reached');
  execFileSync('mkfifo', [reached]);
  // Whoever has both ends of it open never comes to its end.
  const socket = new Socket({ fd: openSync(reached, constants.O_RDWR | constants.O_NONBLOCK) });
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  let number = 0;
  let before = Promise.resolve();
  createInterface({ input: socket }).on('line', (line) => {
    const [, process = '', name = ''] = /^(\d+) (.*)$/.exec(line) ?? [];
    number++;
    const step = { number, name };
    before = before
      .then(() => onStep(step))
      .then(() => writeFile(join(lab, `cut/go.${process}`), '\n'))
      .catch(reject);
  });
  return { failed, close: () => void socket.destroy() };
}
