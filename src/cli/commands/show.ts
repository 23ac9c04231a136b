import { type Command, Option } from 'commander';
import { show } from '../../app/show.ts';
import { showJson, showText, showYaml } from '../../report/show.ts';
import type { Context } from '../context.ts';
import { noteErrors } from '../findings.ts';
import { jsonBySite } from '../jsonBySite.ts';
import { selectionOf } from '../selection.ts';

type ShowFormat = 'text' | 'json' | 'yaml';

/** `pilotlight show [node]` */
export function addShow(program: Command, context: Context): void {
  program
    .command('show')
    .description('print the site, or one node, with all defaults resolved, and where each value came from')
    .argument('[node]', 'name or host name of a node')
    .addOption(
      new Option('-f, --format <format>', 'how it is printed')
        .choices(['text', 'json', 'yaml'])
        .default('text'),
    )
    .addHelpText('after', '\nExamples:\n  $ pilotlight show\n  $ pilotlight show lenovo1 --format json\n')
    .action(async (node: string | undefined, { format }: { format: ShowFormat }) => {
      const shown = await show(selectionOf(program), node, context.world());
      const filled = shown.filter(({ rows }) => rows.length > 0);
      const print = {
        text: () => filled.map(({ rows, updates }) => showText(rows, context.colour, updates)).join('---\n'),
        json: () => jsonBySite(filled.map(({ site, rows, updates }) => [site, showJson(rows, updates)])),
        yaml: () => filled.map(({ rows }) => showYaml(rows)).join('---\n'),
      };
      if (filled.length > 0) context.stdout.write(print[format]());
      for (const { rows, findings } of shown) {
        if (noteErrors(findings, context) && rows.length === 0) context.exit(1);
      }
    });
}
