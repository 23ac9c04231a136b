import { parseInteger } from './characters.ts';
import type { CommandSpecification, OptionSpecification } from './commandTable.ts';

/** What is wrong with a command's options. `word` is the index of the offending word among the arguments. */
export interface OptionProblem {
  readonly kind: 'unknown' | 'missing-value' | 'bad-value' | 'needless-value' | 'help';
  readonly word: number;
  /** The option as written. */
  readonly option: string;
  /** The offending value. */
  readonly value?: string;
  /** What the value should have been, for `bad-value`. */
  readonly expected?: string;
}

/** A command's arguments, split into options and the rest. */
export interface ParsedOptions {
  /** Values by long name; a flag's value is the empty text. */
  readonly values: ReadonlyMap<string, string>;
  /** The options used, each with the index of its word. */
  readonly used: readonly { readonly option: OptionSpecification; readonly word: number }[];
  /** Index of the first word that is not an option. */
  readonly rest: number;
  /** The first problem: iPXE stops there. */
  readonly problem?: OptionProblem;
}

interface Match {
  readonly option: OptionSpecification;
  readonly inline: string | undefined;
}

/**
 * Splits a command's arguments as iPXE's getopt does: options come first, `--` ends them, a value that starts with `-`
 * is not taken for one, and long names cannot be shortened.
 *
 * @param words the arguments after the command's name, settings expanded or not
 */
export function parseOptions(command: CommandSpecification, words: readonly string[]): ParsedOptions {
  const state: State = { words, values: new Map(), used: [], index: 0 };
  let problem: OptionProblem | undefined;
  while (problem === undefined) {
    const word = words[state.index];
    if (word?.startsWith('-') !== true) break;
    if (word === '--') {
      state.index++;
      break;
    }
    problem = takeWord(command, state, word);
  }
  const { values, used, index } = state;
  return { values, used, rest: index, ...(problem === undefined ? {} : { problem }) };
}

interface State {
  readonly words: readonly string[];
  readonly values: Map<string, string>;
  readonly used: { readonly option: OptionSpecification; readonly word: number }[];
  index: number;
}

function takeWord(command: CommandSpecification, state: State, word: string): OptionProblem | undefined {
  const at = state.index;
  const matches = word.startsWith('--') ? long(command, word) : short(command, word);
  if (typeof matches === 'string') {
    const kind = matches === '--help' || matches === '-h' ? 'help' : 'unknown';
    return { kind, word: at, option: matches };
  }
  state.index++;
  for (const { option, inline } of matches) {
    state.used.push({ option, word: at });
    const value = inline ?? (option.value === null ? undefined : nextValue(state));
    const problem = valueProblem(option, value, word, at);
    if (problem !== undefined) return problem;
    state.values.set(option.long, value ?? '');
  }
  return undefined;
}

/** The next word, unless it looks like an option. */
function nextValue(state: State): string | undefined {
  const word = state.words[state.index];
  if (word === undefined || word.startsWith('-')) return undefined;
  state.index++;
  return word;
}

function long(command: CommandSpecification, word: string): Match[] | string {
  const equals = word.indexOf('=');
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
  const option = command.options.find((each) => each.long === name);
  return option === undefined
    ? `--${name}`
    : [{ option, inline: equals < 0 ? undefined : word.slice(equals + 1) }];
}

function short(command: CommandSpecification, word: string): Match[] | string {
  const matches: Match[] = [];
  for (let at = 1; at < word.length; at++) {
    const option = command.options.find((each) => each.short === word[at]);
    if (option === undefined) return `-${word[at]}`;
    const remainder = word.slice(at + 1);
    if (option.value !== null) return [...matches, { option, inline: remainder || undefined }];
    matches.push({ option, inline: undefined });
  }
  return matches.length > 0 ? matches : word;
}

function valueProblem(
  option: OptionSpecification,
  value: string | undefined,
  word: string,
  index: number,
): OptionProblem | undefined {
  if (option.value === null) {
    return value === undefined ? undefined : { kind: 'needless-value', word: index, option: word, value };
  }
  if (value === undefined) return { kind: 'missing-value', word: index, option: word };
  const numeric = option.value === 'integer' || option.value === 'timeout';
  // A value that a setting supplies is known only when the script runs.
  if (!numeric || value.includes('${') || parseInteger(value) !== undefined) return undefined;
  const expected = option.value === 'timeout' ? 'milliseconds' : 'an integer';
  return { kind: 'bad-value', word: index, option: word, value, expected };
}
