import type { Command } from 'commander';
import { exampleFolder } from '../../adapters/example.ts';
import { demo } from '../../app/demo/demo.ts';
import type { Selection } from '../../app/sites.ts';
import type { Context } from '../context.ts';
import { demoText } from '../demoText.ts';
import { reportFindings } from '../findings.ts';
import { isInventory } from '../inventoryFolder.ts';
import { selectionOf } from '../selection.ts';

/** `pilotlight demo` */
export function addDemo(program: Command, context: Context): void {
  program
    .command('demo')
    .description('go the whole way on an inventory, in a temporary folder and without a network')
    .addHelpText('after', '\nExample:\n  $ pilotlight demo\n')
    .action(async () => {
      const selection = chosen(program);
      const story = await demo(selection, context.world());
      if (story.checked.findings.length > 0) reportFindings(story.checked, { format: 'text' }, context);
      context.stdout.write(demoText(story, selection.folder, context.colour));
      const booted = story.sites.every(({ nodes }) => nodes.every(({ ignition }) => ignition !== undefined));
      if (story.sites.length === 0 || !booted) context.exit(1);
    });
}

/** What was named, or what is here, or else the example that comes with Pilotlight. */
function chosen(program: Command): Selection {
  const selection = selectionOf(program);
  const named = program.getOptionValueSource('inventory') === 'cli' || selection.site !== undefined;
  return named || isInventory(selection.folder) ? selection : { folder: exampleFolder() };
}
