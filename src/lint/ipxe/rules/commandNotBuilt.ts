import { isIn } from '../../../ipxe/commandTable.ts';
import { ageName } from '../ageName.ts';
import { at, type IpxeRule } from '../context.ts';

/** PL3006: the command is in a default build of every iPXE that must run the script, or its failure is caught. */
export const commandNotBuilt: IpxeRule = (context) =>
  context.commands.flatMap(({ name, specification, isCaught }) => {
    if (specification === undefined || isCaught) return [];
    if (context.ages.some((age) => !isIn(age, specification.since))) return [];
    const without = context.ages.filter((age) => !specification.default[age]);
    if (without.length === 0) return [];
    const message = `a default UEFI build of ${without.map(ageName).join(' or ')} has no ${name.text}`;
    return [at(context, 'PL3006', name, message, `catch its failure: ${name.text} … || …`)];
  });
