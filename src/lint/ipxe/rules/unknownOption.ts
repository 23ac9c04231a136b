import { didYouMean } from '../../../shared/nearest.ts';
import { at, type IpxeRule } from '../context.ts';

/** PL3003: the command has the option. */
export const unknownOption: IpxeRule = (context) =>
  context.commands.flatMap(({ name, words, specification, options }) => {
    const problem = options?.problem;
    const word = problem === undefined ? undefined : words[problem.word];
    if (specification === undefined || problem?.kind !== 'unknown' || word === undefined) return [];
    const known = specification.options.map(({ long }) => `--${long}`);
    const hint =
      didYouMean(problem.option, known) ??
      (known.length > 0 ? `${name.text} takes ${known.join(', ')}` : `${name.text} takes no options`);
    return [at(context, 'PL3003', word, `${name.text} has no option ${problem.option}`, hint)];
  });
