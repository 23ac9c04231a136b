import stringWidth from 'string-width';
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
  const title = `${visible(work)}  `;
  const room = width - stringWidth(title) - (bar === undefined ? 0 : barCells + 2);
  if (room < count.length) return cutTo(`${title}${count}`, width);
  const painted = bar === undefined ? '' : `${colours.good(bar.full)}${colours.faint(bar.empty)}  `;
  return `${title}${painted}${cutTo(tail, room)}`;
}

/** As much of a text as fits a number of terminal cells. */
function cutTo(text: string, cells: number): string {
  let kept = '';
  let left = cells;
  for (const character of text) {
    left -= stringWidth(character);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}

function barParts(done: number, total: number) {
  const share = total === 0 ? 1 : Math.min(1, Math.max(0, done / total));
  const cells = Math.floor(share * barCells);
  return { full: '━'.repeat(cells), empty: '─'.repeat(barCells - cells) };
}
