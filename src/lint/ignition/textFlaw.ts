import type { Code } from '../../shared/catalogue.ts';
import type { Flaw, TextPosition } from './flaw.ts';
import type { ElementText } from './nodeFiles.ts';

/** A flaw in a text of an element. Where the text does not stand in clear, its message names the line. */
export function textFlaw(
  code: Code,
  source: ElementText,
  within: TextPosition,
  message: string,
  hint?: string,
): Flaw {
  return {
    code,
    message: source.clear ? message : `${message} (line ${within.line} of its contents)`,
    at: source.at,
    ...(source.clear ? { within } : {}),
    ...(source.file === undefined ? {} : { file: source.file }),
    ...(hint === undefined ? {} : { hint }),
  };
}
