import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { exampleFolder } from '../../adapters/example.ts';
import { demo } from '../../app/demo/demo.ts';
import type { Context } from '../context.ts';
import { demoText } from '../demoText.ts';
import { reportFindings } from '../findings.ts';
import { selectionOf } from '../selection.ts';

/** `pilotlight demo` */
export function addDemo(program: Command, context: Context): void {
  program
    .command('demo')
    .description('go the whole way on an inventory, in a temporary folder and without a network')
    .addHelpText('after', '\nExample:\n  $ pilotlight demo\n')
    .action(async () => {
      const { folder: named } = selectionOf(program);
      const folder = existsSync(join(named, 'site.yaml')) ? named : exampleFolder();
      const story = await demo(folder, context.world());
      if (story.checked.findings.length > 0) reportFindings(story.checked, { format: 'text' }, context);
      context.stdout.write(demoText(story, folder, context.colour));
      const booted = story.sites.every(({ nodes }) => nodes.every(({ ignition }) => ignition !== undefined));
      if (story.sites.length === 0 || !booted) context.exit(1);
    });
}
