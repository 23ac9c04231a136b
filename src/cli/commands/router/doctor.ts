import type { Command } from 'commander';
import { examineSiteRouter } from '../../../app/router/doctor.ts';
import { routerDoctorJson, routerDoctorMarkdown, routerDoctorText } from '../../../report/routerDoctor.ts';
import type { Context } from '../../context.ts';
import { selectionOf } from '../../selection.ts';
import { addFormatOption, addSshOption, storageWorld } from '../../storageOptions.ts';
import { addImagesOption, onRouter, type RouterFlags, routerOptions } from './options.ts';

interface DoctorFlags extends RouterFlags {
  readonly format: 'text' | 'json' | 'markdown';
}

/** `pilotlight router doctor` */
export function addRouterDoctor(group: Command, program: Command, context: Context): void {
  const command = group
    .command('doctor')
    .description('look at everything that nodes need to boot, and tell what to do next; exit 1 if it fails');
  addFormatOption(addSshOption(addImagesOption(command)), ['text', 'json', 'markdown'])
    .addHelpText('after', '\nExample:\n  $ pilotlight router doctor\n')
    .action(async (flags: DoctorFlags) => {
      const world = storageWorld(context, flags, false);
      const report = await onRouter(context, (hooks) =>
        examineSiteRouter(selectionOf(program), routerOptions(flags, context), world, hooks),
      );
      const printed = {
        text: () => routerDoctorText(report, context.colour),
        json: () => routerDoctorJson(report),
        markdown: () => routerDoctorMarkdown(report),
      };
      context.stdout.write(printed[flags.format]());
      if (report.checks.some(({ state }) => state === 'failed')) context.exit(1);
    });
}
