import { type Fault, faults } from './faults.ts';
import type { Moment } from './watchedShells.ts';

/** One thing that goes wrong at one moment. */
export interface CutPoint {
  readonly moment: Moment;
  /** None: the process that deploys is killed. */
  readonly fault: Fault | undefined;
}

/** Bytes of input from which a command counts as an upload, that is cut at more places than its middle. */
const uploadBytes = 50_000;

/** Faults, and with none of them the end of the process. */
const kinds: readonly CutPoint['fault'][] = [...faults, undefined];

/**
 * What a run of commands is cut by: each command before it, while it runs and after it, each upload at several bytes too; by one fault each
 * time, in turn, so that each fault meets every kind of moment.
 *
 * @param commands bytes of input of each command
 * @param all by every fault at every moment, which takes many times as long
 */
export function cutPoints(commands: readonly number[], all: boolean): CutPoint[] {
  const moments = commands.flatMap((bytes, command) => [
    ...momentsOf(command, bytes),
    ...uploadMoments(command, bytes),
  ]);
  return moments.flatMap((moment, i) => {
    // It moves on by one more each time around, so that a fault comes before, in and after commands.
    const turn = i + Math.floor(i / kinds.length);
    const chosen = all ? kinds : [kinds[turn % kinds.length]];
    return chosen.map((fault) => ({ moment, fault }));
  });
}

function momentsOf(command: number, bytes: number): Moment[] {
  return [
    { command, when: 'before' },
    { command, when: 'during', byte: Math.max(1, Math.floor(bytes / 2)) },
    { command, when: 'after' },
  ];
}

function uploadMoments(command: number, bytes: number): Moment[] {
  if (bytes < uploadBytes) return [];
  const places = [1, Math.floor(bytes / 3), Math.floor((bytes * 4) / 5), bytes - 1];
  return places.map((byte) => ({ command, when: 'during', byte }));
}

/** `command 7, during, at byte 512: the power goes` */
export function describePoint({ moment: { command, when, byte }, fault }: CutPoint): string {
  const where = `command ${command}, ${when}${byte === undefined ? '' : ` at byte ${byte}`}`;
  return `${where}: ${fault?.name ?? 'the process is killed'}`;
}
