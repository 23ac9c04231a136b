import type { ElementText } from '../ignition/nodeFiles.ts';

/** A `Key=value` line of a unit file. */
export interface Directive {
  readonly section: string;
  readonly key: string;
  /** The value with continued lines joined by blanks, as systemd sees it. */
  readonly value: string;
  readonly line: number;
  /** Column of the key. */
  readonly column: number;
  /** Column of the value. */
  readonly valueColumn: number;
  /** Which text of the unit it stands in: its contents, or a drop-in. */
  readonly source: ElementText;
}

/** A section header. */
export interface SectionHeader {
  readonly name: string;
  readonly line: number;
  readonly source: ElementText;
}

/** A line that systemd cannot use. */
export interface UnitProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly source: ElementText;
}

/** A text in the syntax of systemd.syntax(7). */
export interface UnitFile {
  readonly sections: readonly SectionHeader[];
  readonly directives: readonly Directive[];
  readonly problems: readonly UnitProblem[];
}

/** Parses a unit file or a drop-in. Whatever is wrong with a line, those after it are read. */
export function parseUnitFile(source: ElementText): UnitFile {
  const sections: SectionHeader[] = [];
  const directives: Directive[] = [];
  const problems: UnitProblem[] = [];
  let section: string | undefined;
  for (const { text, line } of logicalLines(source.text)) {
    const column = text.length - text.trimStart().length + 1;
    const header = /^\s*\[([^\]]*)\]\s*$/.exec(text);
    const equals = text.indexOf('=');
    if (header !== null) {
      section = header[1] ?? '';
      sections.push({ name: section, line, source });
    } else if (section === undefined || text.slice(0, Math.max(0, equals)).trim() === '') {
      const message =
        section === undefined ? 'the line stands before the first [Section]' : explainLine(text.trim());
      problems.push({ message, line, column, endColumn: firstLine(text).trimEnd().length + 1, source });
    } else {
      const value = text.slice(equals + 1);
      const valueColumn = equals + 2 + value.length - value.trimStart().length;
      const key = text.slice(0, equals).trim();
      directives.push({ section, key, value: value.trim(), line, column, valueColumn, source });
    }
  }
  return { sections, directives, problems };
}

function explainLine(line: string): string {
  return line.startsWith('[') ? 'the section header does not end in ]' : 'the line has no = after a key';
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** Lines without comments and blank ones; a backslash at the end of a line continues it, over comments too. */
function* logicalLines(text: string): Generator<{ text: string; line: number }> {
  let pending: { text: string; line: number } | undefined;
  const lines = text.split('\n');
  for (const [index, raw] of lines.entries()) {
    const current = raw.replace(/\r$/, '');
    if (/^\s*[#;]/.test(current) || (pending === undefined && current.trim() === '')) continue;
    const continues = current.endsWith('\\');
    const own = continues ? `${current.slice(0, -1)} ` : current;
    pending =
      pending === undefined
        ? { text: own, line: index + 1 }
        : { text: pending.text + own, line: pending.line };
    if (continues) continue;
    yield pending;
    pending = undefined;
  }
  if (pending !== undefined) yield pending;
}
