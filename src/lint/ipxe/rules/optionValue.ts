import type { OptionProblem } from '../../../ipxe/options.ts';
import { at, type IpxeRule } from '../context.ts';

/** PL3008: options have the values that they need. */
export const optionValue: IpxeRule = (context) =>
  context.commands.flatMap(({ words, options }) => {
    const problem = options?.problem;
    const word = problem === undefined ? undefined : words[problem.word];
    if (problem === undefined || word === undefined) return [];
    const message = describe(problem);
    return message === undefined ? [] : [at(context, 'PL3008', word, message, hint(problem))];
  });

function describe({ kind, option, value, expected }: OptionProblem): string | undefined {
  if (kind === 'missing-value') return `${option} has no value`;
  if (kind === 'needless-value') return `${option} takes no value`;
  return kind === 'bad-value' ? `the value of ${option} is ${value}, not ${expected}` : undefined;
}

function hint({ kind, value, expected }: OptionProblem): string | undefined {
  if (kind === 'missing-value') return 'a value that starts with - must be joined to the option by =';
  const seconds = /^(\d+)s(?:ec)?$/.exec(value ?? '')?.[1];
  return expected === 'milliseconds' && seconds !== undefined ? `write ${Number(seconds) * 1000}` : undefined;
}
