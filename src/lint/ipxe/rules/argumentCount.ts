import { at, type IpxeRule } from '../context.ts';

/** PL3004: the command gets as many arguments as it takes. */
export const argumentCount: IpxeRule = (context) =>
  context.commands.flatMap(({ name, words, specification, options }) => {
    if (specification === undefined || options === undefined || options.problem !== undefined) return [];
    const { minimum, maximum, usage } = specification;
    const count = words.length - options.rest;
    const tooFew = count < minimum;
    if (!tooFew && (maximum === null || count <= maximum)) return [];
    const culprit = tooFew ? name : (words[options.rest + (maximum ?? 0)] ?? name);
    const takes = maximum === 0 ? 'no arguments' : `usage: ${name.text} ${usage ?? ''}`.trimEnd();
    const message = `${name.text} has ${count} ${count === 1 ? 'argument' : 'arguments'}, too ${tooFew ? 'few' : 'many'}`;
    return [at(context, 'PL3004', culprit, message, takes)];
  });
