import stringWidth from 'string-width';
import { visible } from './visible.ts';

/** A source line as it is printed, and what to underline below it. Columns count terminal cells from 0. */
export interface Excerpt {
  readonly text: string;
  readonly start: number;
  /** At least 1. */
  readonly length: number;
}

/** A tab reaches to the next multiple of this many cells. */
const tabWidth = 4;

const cut = '…';

interface Cell {
  readonly text: string;
  readonly width: number;
  /** First terminal cell that the character takes, counted from the beginning of what is looked at. */
  readonly at: number;
  /** Where the character begins and ends in the line, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/**
 * The part of a line around a column that fits a width, safe to print.
 *
 * @param column first underlined column, from 1, in UTF-16 units
 * @param endColumn first column after the underlined text
 * @param width terminal cells, at least 20
 */
export function excerpt(line: string, column: number, endColumn: number | undefined, width: number): Excerpt {
  const from = Math.min(Math.max(0, column - 1), line.length);
  const to = Math.max(from + 1, (endColumn ?? column + 1) - 1);
  const cells = layOut(line, Math.max(0, from - width), from + width * 2);
  const target = cells.find((cell) => cell.from >= from)?.at ?? endOf(cells);
  const kept = fitting(cells, line.length, target, width);
  const [first] = kept;
  const cutLeft = first === undefined ? cells.length > 0 : first.from > 0;
  const cutRight = (kept.at(-1)?.to ?? line.length) < line.length;
  const underlined = kept.filter((cell) => cell.from >= from && cell.from < to);
  return {
    text: `${cutLeft ? cut : ''}${kept.map(({ text }) => text).join('')}${cutRight ? cut : ''}`,
    start: target - (first?.at ?? target) + (cutLeft ? 1 : 0),
    length: Math.max(
      1,
      underlined.reduce((sum, cell) => sum + cell.width, 0),
    ),
  };
}

/** The characters of a part of a line, each with the cells that it takes. */
function layOut(line: string, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  let index = from;
  for (const character of line.slice(from, to)) {
    const text = character === '\t' ? ' '.repeat(tabWidth - (at % tabWidth)) : visible(character);
    const width = stringWidth(text);
    cells.push({ text, width, at, from: index, to: index + character.length });
    at += width;
    index += character.length;
  }
  return cells;
}

/** The characters that fit: all of them, or those from a third of the width before the target (the value is there, before it its key). */
function fitting(cells: readonly Cell[], lineLength: number, target: number, width: number): readonly Cell[] {
  const whole = (cells[0]?.from ?? 0) === 0 && (cells.at(-1)?.to ?? 0) >= lineLength;
  if (whole && endOf(cells) <= width) return cells;
  const skip = Math.max(0, target - Math.floor(width / 3));
  return cells.filter(({ at, width: cell }) => at >= skip && at + cell <= skip + width - 2 * cut.length);
}

function endOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last === undefined ? 0 : last.at + last.width;
}
