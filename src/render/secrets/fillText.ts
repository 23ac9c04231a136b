import { replaceMarkers, secretsIn } from '../../shared/secret.ts';
import { keyfileValue } from '../base/keyfile.ts';

/** How the reader of a text takes quotes, `$` and `%`. */
export type TextKind =
  /** A NetworkManager keyfile. */
  | 'keyfile'
  /** A shell script, or assignments that a shell or systemd reads. */
  | 'shell'
  /** A systemd unit. */
  | 'unit'
  /** Anything else: what is known of it is that it has lines. */
  | 'plain';

/** A text with values in it, or why one does not fit where its marker stands. */
export interface FilledText {
  readonly text: string;
  /** In words, without the value. */
  readonly problems: readonly string[];
}

/** What a value stands between on its line. */
interface Surroundings {
  readonly kind: TextKind;
  readonly quote: '"' | "'" | undefined;
  /** Whether the marker is all of the line. */
  readonly alone: boolean;
}

/**
 * Puts values in the place of markers, as they are, or escaped where the kind of the text has one way to do so. A value that its surroundings
 * would cut off or change is a problem: installed, it would be another value, or another configuration.
 */
export function fillText(text: string, kind: TextKind, reveal: (secret: string) => string): FilledText {
  const problems: string[] = [];
  const lines = text.split('\n').map((line, index) => {
    const filled = fillLine(line, kind, reveal);
    problems.push(...filled.problems.map((problem) => `line ${index + 1}: ${problem}`));
    return filled.text;
  });
  return { text: lines.join('\n'), problems };
}

function fillLine(line: string, kind: TextKind, reveal: (secret: string) => string): FilledText {
  const problems: string[] = [];
  const [first] = secretsIn(line);
  if (first === undefined) return { text: line, problems };
  const alone = /^@@[^@]*@@\r?$/.test(line);
  let quotes = '';
  // What stands between markers tells the quotes; a value that is let in cannot end them.
  const parts = line.split(/(@@pilotlight:secret:\w+:\d+@@)/);
  const text = parts.map((part) => {
    const [reference] = secretsIn(part);
    if (reference === undefined) {
      quotes += part;
      return part;
    }
    const { secret } = reference;
    const around = { kind, alone, quote: openQuote(quotes) };
    const problem = misfit(reveal(secret), around);
    if (problem !== undefined) problems.push(`the value of ${secret} ${problem}`);
    return replaceMarkers(part, (name) => escaped(reveal(name), around));
  });
  return { text: text.join(''), problems };
}

/** The quote that is open at the end of the beginning of a line. */
function openQuote(text: string): '"' | "'" | undefined {
  let open: '"' | "'" | undefined;
  for (const [character] of text.matchAll(/\\.|["']/g)) {
    if (character !== '"' && character !== "'") continue;
    if (open === undefined) open = character;
    else if (open === character) open = undefined;
  }
  return open;
}

function escaped(value: string, { kind }: Surroundings): string {
  if (kind === 'keyfile') return keyfileValue(value);
  return kind === 'unit' ? value.replaceAll('%', '%%') : value;
}

/** Characters that a shell takes for themselves without quotes. */
const plainWord = /^[\w@%+=:,./-]*$/;

/** Why a value does not fit, in words and without it; undefined when it does. */
function misfit(value: string, { kind, quote, alone }: Surroundings): string | undefined {
  if (kind === 'keyfile') return undefined;
  if (alone && kind === 'plain') return undefined;
  if (/[\n\r]/.test(value)) {
    return 'has several lines, and other text stands on its line: give it a line, or a file, of its own';
  }
  const active = kind === 'shell' || kind === 'unit' ? /["\\$`]/ : /["\\]/;
  if (quote === '"' && active.test(value)) {
    return 'has a quote, a backslash or another character that means something in double quotes: use single quotes, or a file of its own';
  }
  if (quote === "'" && (value.includes("'") || (kind === 'unit' && /[\\$]/.test(value)))) {
    return 'has a single quote, which would end the ones around it: use a file of its own';
  }
  if (quote === undefined && kind !== 'plain' && !plainWord.test(value)) {
    return 'has characters that mean something without quotes: put single quotes around it';
  }
  return undefined;
}
