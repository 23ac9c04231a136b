import type { Command } from 'commander';
import { rollBackSiteRouter } from '../../../app/router/rollback.ts';
import { routerRollbackJson, routerRollbackText } from '../../../report/routerRollback.ts';
import type { Context } from '../../context.ts';
import { selectionOf } from '../../selection.ts';
import { addFormatOption, addSshOption, storageWorld } from '../../storageOptions.ts';
import { addTimeoutOption, changeOptions, onRouter, type RouterFlags } from './options.ts';

interface RollbackFlags extends RouterFlags {
  readonly format: 'text' | 'json';
}

/** `pilotlight router rollback` */
export function addRouterRollback(group: Command, program: Command, context: Context): void {
  const command = group
    .command('rollback')
    .description("take apply's last change of the configuration back, as carefully as it was made");
  addFormatOption(addSshOption(addTimeoutOption(command)), ['text', 'json'])
    .addHelpText('after', '\nExample:\n  $ pilotlight router rollback\n')
    .action(async (flags: RollbackFlags) => {
      const world = storageWorld(context, flags, false);
      const report = await onRouter(context, (hooks) =>
        rollBackSiteRouter(selectionOf(program), changeOptions(flags, context), world, hooks),
      );
      context.stdout.write(
        flags.format === 'json' ? routerRollbackJson(report) : routerRollbackText(report, context.colour),
      );
      if (report.failure !== undefined) throw report.failure;
    });
}
