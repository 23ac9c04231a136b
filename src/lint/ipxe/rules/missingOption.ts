import { isIn } from '../../../ipxe/commandTable.ts';
import { ageName } from '../ageName.ts';
import { at, type IpxeRule } from '../context.ts';

/** PL3007: the option is in every iPXE that must run the script (and has the command), or the failure is caught. */
export const missingOption: IpxeRule = (context) =>
  context.commands.flatMap(({ name, words, specification, options, isCaught }) => {
    if (specification === undefined || options === undefined || isCaught) return [];
    return options.used.flatMap(({ option, word }) => {
      const age = context.ages.find((each) => isIn(each, specification.since) && !isIn(each, option.since));
      const token = words[word];
      if (age === undefined || token === undefined) return [];
      const since = option.since === null ? 'newer than 2.0.0' : `new in ${option.since}`;
      const message = `--${option.long} of ${name.text} is ${since}, and ${ageName(age)} refuses it`;
      return [at(context, 'PL3007', token, message, 'leave the option out')];
    });
  });
