import { commandNames } from '../../../ipxe/commandTable.ts';
import { isDynamic } from '../../../ipxe/expansion.ts';
import { didYouMean } from '../../../shared/nearest.ts';
import { at, type IpxeRule } from '../context.ts';

/** PL3002: iPXE has the command. */
export const unknownCommand: IpxeRule = (context) =>
  context.commands
    .filter(({ name, specification }) => specification === undefined && !isDynamic(name.text))
    .map(({ name }) => at(context, 'PL3002', name, `iPXE has no command ${name.text}`, hint(name.text)));

function hint(name: string): string | undefined {
  if (name.endsWith(':')) return `did you mean the label :${name.slice(0, -1)}?`;
  return didYouMean(name, commandNames);
}
