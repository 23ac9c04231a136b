import type { Place } from '../../shared/finding.ts';
import type { TextPosition } from './flaw.ts';

/**
 * The place of a position in the value of a YAML scalar, given the file's text and the place where the scalar begins
 * (at its `|`, its quote, or its first character). In a literal block each line of the value is a line of the file;
 * in a scalar of one line without escapes only the column moves. In all others the scalar's own place is answered.
 */
export function placeInScalar(fileText: string, scalar: Place, within: TextPosition | undefined): Place {
  if (within === undefined) return scalar;
  const lines = fileText.split('\n');
  const start = (lines[scalar.line - 1] ?? '').slice(scalar.column - 1);
  if (/^\|[-+0-9]*\s*(#.*)?\r?$/.test(start)) return inLiteralBlock(lines, scalar, within);
  const quoted = /^"([^"\\]*)"|^'([^']*)'/.exec(start);
  if (within.line !== 1 || /^[>"']/.test(start) !== (quoted !== null)) return scalar;
  return shifted(scalar, within, scalar.line, scalar.column - 1 + (quoted === null ? 0 : 1));
}

function inLiteralBlock(lines: readonly string[], scalar: Place, within: TextPosition): Place {
  const first = lines.slice(scalar.line).find((line) => line.trim() !== '') ?? '';
  const indent = first.length - first.trimStart().length;
  const line = scalar.line + within.line;
  return line > lines.length ? scalar : shifted(scalar, within, line, indent);
}

function shifted({ file }: Place, within: TextPosition, line: number, by: number): Place {
  return {
    file,
    line,
    column: within.column + by,
    ...(within.endColumn === undefined ? {} : { endColumn: within.endColumn + by }),
  };
}
