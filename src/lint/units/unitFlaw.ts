import type { Code } from '../../shared/catalogue.ts';
import type { Flaw, TextPosition } from '../ignition/flaw.ts';
import type { ElementText } from '../ignition/nodeFiles.ts';
import { onceForEach } from '../ignition/onceForEach.ts';
import { textFlaw } from '../ignition/textFlaw.ts';
import type { Directive } from './unitFile.ts';

const linesOf = onceForEach(({ text }: ElementText) => text.split('\n'));

/** A flaw of a directive's value, or of one word in it. */
export function valueFlaw(
  code: Code,
  directive: Directive,
  message: string,
  hint?: string,
  word?: string,
): Flaw {
  const line = linesOf(directive.source)[directive.line - 1]?.trimEnd() ?? '';
  const found = word === undefined ? -1 : line.indexOf(word, directive.valueColumn - 1);
  const column = found < 0 ? directive.valueColumn : found + 1;
  const endColumn = found < 0 || word === undefined ? line.length + 1 : column + word.length;
  return textFlaw(code, directive.source, span(directive.line, column, endColumn), message, hint);
}

/** A flaw of a directive's key. */
export function keyFlaw(code: Code, directive: Directive, message: string, hint?: string): Flaw {
  const { line, column, key } = directive;
  return textFlaw(code, directive.source, span(line, column, column + key.length), message, hint);
}

function span(line: number, column: number, endColumn: number): TextPosition {
  return endColumn > column ? { line, column, endColumn } : { line, column };
}
