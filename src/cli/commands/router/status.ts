import type { Command } from 'commander';
import { siteRouterStatus } from '../../../app/router/status.ts';
import { routerStatusJson, routerStatusMarkdown, routerStatusText } from '../../../report/routerStatus.ts';
import type { Context } from '../../context.ts';
import { selectionOf } from '../../selection.ts';
import { addFormatOption, addSshOption, storageWorld } from '../../storageOptions.ts';
import { onRouter, type RouterFlags, routerOptions } from './options.ts';

interface StatusFlags extends RouterFlags {
  readonly format: 'text' | 'json' | 'markdown';
}

/** `pilotlight router status` */
export function addRouterStatus(group: Command, program: Command, context: Context): void {
  const command = group
    .command('status')
    .description('tell how DHCP, TFTP and HTTP are, how each node booted last, and why a boot failed');
  addFormatOption(addSshOption(command), ['text', 'json', 'markdown'])
    .addHelpText('after', '\nExample:\n  $ pilotlight router status\n')
    .action(async (flags: StatusFlags) => {
      const world = storageWorld(context, flags, false);
      const report = await onRouter(context, (hooks) =>
        siteRouterStatus(selectionOf(program), routerOptions(flags, context), world, hooks),
      );
      const printed = {
        text: () => routerStatusText(report, context.colour),
        json: () => routerStatusJson(report),
        markdown: () => routerStatusMarkdown(report),
      };
      context.stdout.write(printed[flags.format]());
    });
}
