import type { Command } from 'commander';
import { rollback } from '../../app/rollback.ts';
import { rollbackJson, rollbackText } from '../../report/rollback.ts';
import type { Context } from '../context.ts';
import { printBySite } from '../printBySite.ts';
import { selectionOf } from '../selection.ts';
import {
  addFormatOption,
  addHttpOption,
  addLockOptions,
  addStorageOptions,
  onStorage,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';

/** `pilotlight rollback [release]` */
export function addRollback(program: Command, context: Context): void {
  const command = program
    .command('rollback')
    .argument('[release]', 'id of a release on the storage, or its beginning; else the previous one')
    .description('make machines boot an earlier release that is still on the storage');
  for (const add of [addStorageOptions, addLockOptions, addHttpOption]) add(command);
  addFormatOption(command, ['text', 'json'])
    .addHelpText('after', '\nExamples:\n  $ pilotlight rollback\n  $ pilotlight rollback 1f0c8e2ab7d4\n')
    .action(async (release: string | undefined, flags: StorageFlags & { format: 'text' | 'json' }) => {
      const world = storageWorld(context, flags, false);
      const reports = await onStorage(context, (hooks) =>
        rollback(selectionOf(program), { ...storageOptions(flags), release }, world, hooks),
      );
      printBySite(reports, flags.format, { json: rollbackJson, text: rollbackText }, context);
    });
}
