import { duration } from './counts.ts';
import { palette } from './palette.ts';
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

const barCells = 20;

/**
 * One line that says how far the work is: `translating  ━━━━━━━━━━──────────  500/1000  4.2 s  lenovo7`.
 * Never wider than the terminal, and without a line break: the caller returns the cursor and clears the line.
 */
export function progressLine(progress: Progress, width: number, colour: boolean): string {
  const { work, done, total, current, milliseconds } = progress;
  const colours = palette(colour);
  const bar = total === undefined ? undefined : barParts(done, total);
  const count = total === undefined ? String(done) : `${done}/${total}`;
  const tail = [count, duration(milliseconds), ...(current === undefined ? [] : [visible(current)])].join(
    '  ',
  );
  const title = visible(work);
  const room = width - title.length - 2 - (bar === undefined ? 0 : barCells + 2);
  if (room < count.length) return `${title}  ${count}`.slice(0, Math.max(0, width));
  const painted = bar === undefined ? '' : `${colours.good(bar.full)}${colours.faint(bar.empty)}  `;
  return `${title}  ${painted}${tail.slice(0, room)}`;
}

function barParts(done: number, total: number) {
  const share = total === 0 ? 1 : Math.min(1, Math.max(0, done / total));
  const cells = Math.floor(share * barCells);
  return { full: '━'.repeat(cells), empty: '─'.repeat(barCells - cells) };
}
