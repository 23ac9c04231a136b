import type { Command } from 'commander';
import { gc } from '../../app/gc.ts';
import { collectionJson, collectionReportText } from '../../report/collection.ts';
import type { Context } from '../context.ts';
import { printBySite } from '../printBySite.ts';
import { selectionOf } from '../selection.ts';
import {
  addFormatOption,
  addKeepOption,
  addLockOptions,
  addStorageOptions,
  onStorage,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';

interface CollectionFlags extends StorageFlags {
  readonly dryRun?: boolean;
  readonly format: 'text' | 'json';
}

/** `pilotlight gc` */
export function addGc(program: Command, context: Context): void {
  const command = program
    .command('gc')
    .description('delete releases and images that nothing kept needs, and uploads that did not end')
    .option('-n, --dry-run', 'tell what would be deleted, and delete nothing');
  for (const add of [addKeepOption, addStorageOptions, addLockOptions]) add(command);
  addFormatOption(command, ['text', 'json'])
    .addHelpText('after', '\nExamples:\n  $ pilotlight gc --dry-run\n  $ pilotlight gc --keep 2\n')
    .action(async (flags: CollectionFlags) => {
      const world = storageWorld(context, flags, false);
      const options = { ...storageOptions(flags), dryRun: flags.dryRun === true };
      const reports = await onStorage(context, (hooks) => gc(selectionOf(program), options, world, hooks));
      printBySite(
        reports,
        flags.format,
        { json: collectionJson, text: collectionReportText, between: '\n' },
        context,
      );
    });
}
