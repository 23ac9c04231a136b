import type { Place } from '../../shared/finding.ts';

/** Line and column of an offset, both from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text with the beginnings of its lines, made when first asked for. */
export interface IndexedText {
  readonly file: string;
  readonly text: string;
  /** Offsets at which lines begin. */
  readonly lineStarts: readonly number[];
}

/** Finds the beginnings of a text's lines. A carriage return before a line feed belongs to the line that it ends. */
export function indexText(file: string, text: string): IndexedText {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/** The place of the characters from `start` up to, but not including, `end`; it is cut at the end of the first line. */
export function placeOf(indexed: IndexedText, start: number, end = start): Place {
  const { file, text } = indexed;
  const from = Math.min(Math.max(start, 0), text.length);
  const { line, column } = positionAt(indexed, from);
  const to = Math.max(Math.min(end, endOfLine(indexed, line)), from);
  return { file, line, column, ...(to > from ? { endColumn: column + (to - from) } : {}) };
}

function positionAt({ lineStarts }: IndexedText, offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** Offset at which the visible part of a line ends: before its line break and the white space in front of that. */
function endOfLine({ text, lineStarts }: IndexedText, line: number): number {
  let end = lineStarts[line] ?? text.length;
  while (end > (lineStarts[line - 1] ?? 0) && /[ \t\r\n]/.test(text.charAt(end - 1))) end--;
  return end;
}
