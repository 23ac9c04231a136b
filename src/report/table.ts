import stringWidth from 'string-width';
import { visible } from './visible.ts';

/** A cell: its text, and how it is painted once its width is known. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

const gap = '   ';

/**
 * Aligned columns without lines, as kubectl and gh print them. The last column is not padded. Every text is made safe
 * to print.
 */
export function table(head: readonly string[], rows: readonly (readonly (string | Cell)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(toCell));
  const widths = head.map((_title, column) =>
    cells.reduce((widest, row) => Math.max(widest, stringWidth(row[column]?.text ?? '')), 0),
  );
  return cells.map((row) => `${rowText(row, widths)}\n`).join('');
}

function rowText(row: readonly Cell[], widths: readonly number[]): string {
  return row
    .map(({ text, paint = (plain) => plain }, column) => {
      const last = column === row.length - 1;
      const padding = last ? '' : ' '.repeat((widths[column] ?? 0) - stringWidth(text)) + gap;
      return paint(text) + padding;
    })
    .join('')
    .trimEnd();
}

function toCell(cell: string | Cell): Cell {
  return typeof cell === 'string' ? { text: visible(cell) } : { ...cell, text: visible(cell.text) };
}
