import type { TextPosition } from './flaw.ts';

/** The position of a span of a text, given as offsets. A span over several lines ends with its first line. */
export function positionAt(text: string, from: number, to: number = from): TextPosition {
  const before = text.slice(0, from);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  const lineEnd = text.indexOf('\n', from);
  const end = lineEnd < 0 ? to : Math.min(to, lineEnd);
  const column = from - lineStart + 1;
  return end > from ? { line, column, endColumn: end - lineStart + 1 } : { line, column };
}
