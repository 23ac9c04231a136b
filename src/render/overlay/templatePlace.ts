import type { Place } from '../../shared/finding.ts';

/** A part of a template, by offsets into the string that YAML made of the scalar. */
export interface TemplateSpan {
  readonly text: string;
  readonly begin: number;
  readonly end: number;
}

/**
 * Where a part of a template stands in the file. In a literal block that is exact. In other forms of a scalar the same characters are
 * looked for behind its beginning; where escapes or folding keep them from being found, the scalar's own place is answered.
 * @param scalar The place of the scalar's value.
 * @param source The lines of the file.
 */
export function templatePlace(scalar: Place, source: readonly string[], span: TemplateSpan): Place {
  const line = source[scalar.line - 1] ?? '';
  return line[scalar.column - 1] === '|'
    ? blockPlace(scalar, source, span)
    : searchedPlace(scalar, source, span);
}

/** A line of a literal block is a line of the text, moved right by the indentation. */
function blockPlace(scalar: Place, source: readonly string[], { text, begin, end }: TemplateSpan): Place {
  const before = text.slice(0, begin).split('\n');
  const row = before.length - 1;
  const textLine = text.split('\n')[row] ?? '';
  const line = scalar.line + 1 + row;
  const written = (source[line - 1] ?? '').replace(/\r$/, '');
  const indentation = written.length - textLine.length;
  if (indentation < 0 || !written.endsWith(textLine)) return scalar;
  const column = indentation + (before.at(-1)?.length ?? 0) + 1;
  const endColumn = Math.min(column + firstLine(text.slice(begin, end)).length, written.length + 1);
  return placed(scalar.file, line, column, endColumn);
}

/** The same occurrence of the characters in the file, counted from the beginning of the scalar. */
function searchedPlace(scalar: Place, source: readonly string[], { text, begin, end }: TemplateSpan): Place {
  const wanted = firstLine(text.slice(begin, end));
  if (wanted === '') return scalar;
  const rest = [(source[scalar.line - 1] ?? '').slice(scalar.column - 1), ...source.slice(scalar.line)].join(
    '\n',
  );
  let at = -1;
  for (let left = occurrences(text.slice(0, begin + wanted.length), wanted); left > 0; left--) {
    at = rest.indexOf(wanted, at + 1);
    if (at < 0) return scalar;
  }
  const before = rest.slice(0, at).split('\n');
  const line = scalar.line + before.length - 1;
  const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? scalar.column : 1);
  return placed(scalar.file, line, column, column + wanted.length);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function occurrences(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) count++;
  return count;
}

function placed(file: string, line: number, column: number, endColumn: number): Place {
  return endColumn > column ? { file, line, column, endColumn } : { file, line, column };
}
