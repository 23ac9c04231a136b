import stringWidth from 'string-width';
import { duration } from './counts.ts';
import { palette } from './palette.ts';
import { barCells, cutTo, progressBar } from './progressBar.ts';
import { visible } from './visible.ts';

/** How far a long piece of work is. */
export interface Progress {
  /** `translating` */
  readonly work: string;
  readonly done: number;
  /** Undefined while it is not known. */
  readonly total?: number;
  /** What is being worked on. */
  readonly current?: string;
  readonly milliseconds: number;
}

/**
 * One line that says how far the work is: `translating  ━━━━━━━━━━──────────  500/1000  4.2 s  lenovo7`.
 * Never wider than the terminal, and without a line break: the caller returns the cursor and clears the line.
 */
export function progressLine(progress: Progress, width: number, colour: boolean): string {
  const { work, done, total, current, milliseconds } = progress;
  const colours = palette(colour);
  const bar = total === undefined ? undefined : progressBar({ done, total }, colours);
  const count = total === undefined ? String(done) : `${done}/${total}`;
  const tail = [count, duration(milliseconds), ...(current === undefined ? [] : [visible(current)])].join(
    '  ',
  );
  const title = `${visible(work)}  `;
  const room = width - stringWidth(title) - (bar === undefined ? 0 : barCells + 2);
  if (room < count.length) return cutTo(`${title}${count}`, width);
  const painted = bar === undefined ? '' : `${bar}  `;
  return `${title}${painted}${cutTo(tail, room)}`;
}
