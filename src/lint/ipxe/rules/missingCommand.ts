import { isIn } from '../../../ipxe/commandTable.ts';
import { ageName } from '../ageName.ts';
import { at, type IpxeRule } from '../context.ts';

/** PL3005: the command is in the source of every iPXE that must run the script, or its failure is caught. */
export const missingCommand: IpxeRule = (context) =>
  context.commands.flatMap(({ name, specification, isCaught }) => {
    if (specification === undefined || isCaught) return [];
    const age = context.ages.find((each) => !isIn(each, specification.since));
    if (age === undefined) return [];
    const since = specification.since === null ? 'newer than 2.0.0' : `new in ${specification.since}`;
    const message = `${name.text} is ${since}, and ${ageName(age)} does not have it`;
    return [at(context, 'PL3005', name, message, `catch its failure: ${name.text} … || …`)];
  });
