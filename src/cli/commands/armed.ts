import type { Command } from 'commander';
import { armed } from '../../app/arm/armed.ts';
import { armedJson, armedText } from '../../report/armedReport.ts';
import type { Context } from '../context.ts';
import { printBySite } from '../printBySite.ts';
import { selectionOf } from '../selection.ts';
import {
  addFormatOption,
  addSshOption,
  onStorage,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';

/** `pilotlight armed` */
export function addArmed(program: Command, context: Context): void {
  const command = program
    .command('armed')
    .description('tell which nodes may be installed, for how long, and what their machines did since');
  addFormatOption(addSshOption(command), ['text', 'json'])
    .addHelpText('after', '\nExample:\n  $ pilotlight armed --format json\n')
    .action(async (flags: StorageFlags & { readonly format: 'text' | 'json' }) => {
      const world = storageWorld(context, flags, false);
      const reports = await onStorage(context, (hooks) =>
        armed({ selection: selectionOf(program), options: storageOptions(flags), hooks }, world),
      );
      printBySite(reports, flags.format, { json: armedJson, text: armedText, between: '\n' }, context);
    });
}
