import { type Finding, finding } from '../../shared/finding.ts';
import type { Locate } from '../locate.ts';

/** One word of a script's line. What came from the inventory says from where in the model, and is checked; our own words are not. */
export interface Word {
  readonly text: string;
  /** Path in the resolved model: `/nodes/0/kernelArguments/1`. */
  readonly from?: string;
}

/** A word of our own, which may use settings of iPXE. */
export function own(text: string): Word {
  return { text };
}

/** A word that holds a value of the inventory. */
export function value(text: string, from: string): Word {
  return { text, from };
}

/** Words as one line. */
export function line(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

/**
 * What iPXE would make of a word other than a word, if anything. Source: split_command, command_terminator and
 * expand_settings in iPXE's core/exec.c and core/settings.c, process_script in image/script.c.
 */
export function wordProblem(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (/[^\x21-\x7e]/.test(text)) return 'has white space, a control character or one outside ASCII';
  if (text.includes('${')) return 'has ${, where iPXE puts a setting';
  if (text.startsWith('#')) return 'begins with #, where iPXE begins a comment';
  if (text.endsWith('\\')) return 'ends with a backslash, which joins the next line';
  return text === '||' || text === '&&' || text === ';' ? 'ends the command' : undefined;
}

/** A finding for each word of the inventory that would break a script. */
export function checkWords(words: readonly Word[], locate: Locate): Finding[] {
  return words.flatMap(({ text, from }) => {
    const problem = from === undefined ? undefined : wordProblem(text);
    if (from === undefined || problem === undefined) return [];
    return [finding('PL2501', locate(from), `${JSON.stringify(text)} ${problem}`)];
  });
}
