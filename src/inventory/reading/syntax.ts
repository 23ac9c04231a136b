import type { YAMLError } from 'yaml';
import { type Finding, finding } from '../../shared/finding.ts';
import { maxFindingsOfFile } from './limits.ts';
import { type IndexedText, placeOf } from './position.ts';

/** Findings for the errors of the YAML parser: the first one of each line, in order. */
export function syntaxFindings(errors: readonly YAMLError[], indexed: IndexedText): Finding[] {
  const lines = new Map<number, Finding>();
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    if (lines.size === maxFindingsOfFile) break;
    const found = syntaxFinding(error, indexed);
    if (!lines.has(found.place.line)) lines.set(found.place.line, found);
  }
  return [...lines.values()];
}

function syntaxFinding(error: YAMLError, indexed: IndexedText): Finding {
  const [start, end] = error.pos;
  const place = placeOf(indexed, start, end);
  const tab = indentingTab(indexed, place.line);
  if (tab !== undefined) {
    return finding('PL1003', placeOf(indexed, tab, tab + 1), 'a tab stands in the indentation', {
      hint: 'indent with spaces',
    });
  }
  return finding('PL1001', place, sentence(error.message), { hint: hintOf(error) });
}

/** Offset of a tab before the first other character of a line. */
function indentingTab({ text, lineStarts }: IndexedText, line: number): number | undefined {
  for (let at = lineStarts[line - 1] ?? 0; at < text.length; at++) {
    if (text[at] === '\t') return at;
    if (text[at] !== ' ') return undefined;
  }
  return undefined;
}

/** Longest message; the parser quotes whatever it did not understand. */
const longest = 160;

/** The parser's message in the house's form: one line, small letter, no full stop. */
function sentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  const short = line.length > longest ? `${line.slice(0, longest)}…` : line;
  return (short.charAt(0).toLowerCase() + short.slice(1)).replace(/[.:]\s*$/, '');
}

function hintOf(error: YAMLError): string | undefined {
  return /clos|end with/.test(error.message) ? 'close the quote or bracket that is open' : hints[error.code];
}

const hints: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_INDENT: 'indent the items of one list or mapping by the same number of spaces',
  BAD_SCALAR_START: 'put the value in quotes',
  BAD_DQ_ESCAPE: 'double the backslash, or use single quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put a value that has a colon and a space in it in quotes',
  MULTILINE_IMPLICIT_KEY: 'write `key: value`, with a colon and a space',
  BLOCK_IN_FLOW: 'close the bracket before the next line, or indent with spaces only',
};
