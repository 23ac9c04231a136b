import type { Command } from 'commander';
import { verify } from '../../app/verify.ts';
import { verificationJson, verificationText } from '../../report/verification.ts';
import type { Context } from '../context.ts';
import { printBySite } from '../printBySite.ts';
import { selectionOf } from '../selection.ts';
import {
  addFormatOption,
  addLockOptions,
  addStorageOptions,
  onStorage,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';

/** `pilotlight verify` */
export function addVerify(program: Command, context: Context): void {
  const command = program
    .command('verify')
    .description('hash every file on the storage again, and take what is damaged out of use');
  for (const add of [addStorageOptions, addLockOptions]) add(command);
  addFormatOption(command, ['text', 'json'])
    .addHelpText('after', '\nExample:\n  $ pilotlight verify\n')
    .action(async (flags: StorageFlags & { format: 'text' | 'json' }) => {
      const world = storageWorld(context, flags, false);
      const reports = await onStorage(context, (hooks) =>
        verify(selectionOf(program), storageOptions(flags), world, hooks),
      );
      printBySite(
        reports,
        flags.format,
        { json: verificationJson, text: verificationText, between: '\n' },
        context,
      );
      if (reports.some(({ damaged }) => damaged.length > 0)) context.exit(1);
    });
}
