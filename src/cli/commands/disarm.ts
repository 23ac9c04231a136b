import type { Command } from 'commander';
import { disarm } from '../../app/arm/disarm.ts';
import { disarmJson, disarmText } from '../../report/disarmReport.ts';
import { Failure } from '../../shared/failure.ts';
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

interface DisarmFlags extends StorageFlags {
  readonly all?: boolean;
  readonly format: 'text' | 'json';
}

/** `pilotlight disarm NODE…` */
export function addDisarm(program: Command, context: Context): void {
  const command = program
    .command('disarm')
    .argument('[node...]', 'names of nodes')
    .description('take back that nodes may be installed: they boot their own disk again')
    .option('--all', 'every node that is armed');
  addFormatOption(addSshOption(command), ['text', 'json'])
    .addHelpText('after', '\nExamples:\n  $ pilotlight disarm lenovo2\n  $ pilotlight disarm --all\n')
    .action(async (names: string[], flags: DisarmFlags) => {
      if ((flags.all === true) === names.length > 0) {
        throw new Failure('usage', 'disarm takes names of nodes, or --all');
      }
      const world = storageWorld(context, flags, false);
      const reports = await onStorage(context, (hooks) =>
        disarm(
          {
            selection: selectionOf(program),
            options: storageOptions(flags),
            hooks,
            names: flags.all === true ? 'all' : names,
          },
          world,
        ),
      );
      printBySite(reports, flags.format, { json: disarmJson, text: disarmText }, context);
    });
}
