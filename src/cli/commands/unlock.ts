import type { Command } from 'commander';
import { unlock } from '../../app/unlock.ts';
import { visible } from '../../report/visible.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';
import {
  addStorageOptions,
  onStorage,
  type StorageFlags,
  storageOptions,
  storageWorld,
} from '../storageOptions.ts';

/** `pilotlight unlock TOKEN` */
export function addUnlock(program: Command, context: Context): void {
  const command = program
    .command('unlock')
    .argument('<token>', 'token of the lock, as status shows it')
    .description(
      'give back a lock whose owner you know to be gone; a lock that is left behind needs no help',
    );
  addStorageOptions(command)
    .addHelpText('after', '\nExample:\n  $ pilotlight unlock 5e0f…\n')
    .action(async (token: string, flags: StorageFlags) => {
      const world = storageWorld(context, flags, false);
      const site = await onStorage(context, (hooks) =>
        unlock(selectionOf(program), { ...storageOptions(flags), token }, world, hooks),
      );
      context.stdout.write(`✓ the lock of ${visible(site)} is free\n`);
    });
}
