import type { Command } from 'commander';
import { discover } from '../../app/arm/discover.ts';
import { discoverJson, discoverText } from '../../report/discoverReport.ts';
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

interface DiscoverFlags extends StorageFlags {
  readonly write?: boolean;
  readonly format: 'text' | 'json';
}

/** `pilotlight discover` */
export function addDiscover(program: Command, context: Context): void {
  const command = program
    .command('discover')
    .description('list machines that booted over the network and that no node file names')
    .option('-w, --write', 'make a node file for each, to be completed; none is ever replaced');
  addFormatOption(addSshOption(command), ['text', 'json'])
    .addHelpText('after', '\nExamples:\n  $ pilotlight discover\n  $ pilotlight discover --write\n')
    .action(async (flags: DiscoverFlags) => {
      const world = storageWorld(context, flags, false);
      const reports = await onStorage(context, (hooks) =>
        discover(
          {
            selection: selectionOf(program),
            options: storageOptions(flags),
            hooks,
            write: flags.write === true,
          },
          world,
        ),
      );
      printBySite(reports, flags.format, { json: discoverJson, text: discoverText, between: '\n' }, context);
    });
}
