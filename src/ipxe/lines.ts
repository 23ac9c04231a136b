/** A stretch of a physical line that became part of a logical line. */
interface Piece {
  /** Where it starts in the logical line. */
  readonly at: number;
  readonly line: number;
  readonly length: number;
}

/** Physical lines joined by continuations. */
export interface LogicalLine {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly unfinished: boolean;
}

/** A place in the file. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** First column after the physical line's text. */
  readonly lineEnd: number;
}

/**
 * Joins the physical lines of a script: a trailing CR is dropped, and `\` continues a line only as the very last
 * character (iPXE's `process_script`).
 */
export function logicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  const physical = text.split('\n');
  // A final line feed ends the last line; it does not start another.
  if (physical.at(-1) === '') physical.pop();
  let joined = new Joined();
  for (const [index, raw] of physical.entries()) {
    joined.add(raw, index + 1);
    joined.dropLast('\r');
    const continued = joined.dropLast('\\');
    if (continued && index < physical.length - 1) continue;
    lines.push({ text: joined.parts.join(''), pieces: joined.pieces, unfinished: continued });
    joined = new Joined();
  }
  return lines;
}

/** A logical line in the making. Its text is kept in parts, so that many continuations cost no more than their length. */
class Joined {
  readonly parts: string[] = [];
  readonly pieces: Piece[] = [];
  #length = 0;

  add(text: string, line: number): void {
    this.pieces.push({ at: this.#length, line, length: text.length });
    this.#length += text.length;
    if (text !== '') this.parts.push(text);
  }

  /** Drops a character from the end of the whole, as iPXE does, be it from an earlier line. */
  dropLast(character: string): boolean {
    const last = this.parts.at(-1);
    if (last?.endsWith(character) !== true) return false;
    this.parts.pop();
    if (last.length > 1) this.parts.push(last.slice(0, -1));
    this.#length--;
    return true;
  }
}

/** Where a character of a logical line stands in the file. Lines of many pieces are searched by halves. */
export function positionOf(line: LogicalLine, offset: number): Position {
  let low = 0;
  let high = line.pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((line.pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = line.pieces[low];
  if (found === undefined) return { line: 1, column: 1, lineEnd: 1 };
  return { line: found.line, column: offset - found.at + 1, lineEnd: found.length + 1 };
}
