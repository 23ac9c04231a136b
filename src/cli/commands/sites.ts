import type { Command } from 'commander';
import { listSites, siteMatrix } from '../../app/listSites.ts';
import { siteListJson, siteListText } from '../../report/siteList.ts';
import type { Context } from '../context.ts';
import { noteErrors } from '../findings.ts';
import { selectionOf } from '../selection.ts';
import { addFormatOption } from '../storageOptions.ts';

interface SitesFlags {
  readonly matrix?: boolean;
  readonly format: 'text' | 'json';
}

/** `pilotlight sites` */
export function addSites(program: Command, context: Context): void {
  const command = program
    .command('sites')
    .description('list the sites of the inventory')
    .option('--matrix', 'print a matrix for GitHub Actions instead, in one line: a job for each site');
  addFormatOption(command, ['text', 'json'])
    .addHelpText('after', '\nExamples:\n  $ pilotlight sites\n  $ pilotlight sites --matrix\n')
    .action(async ({ matrix, format }: SitesFlags) => {
      const selection = selectionOf(program);
      const sites = await listSites(selection, context.world());
      if (matrix === true) context.exact(`${JSON.stringify(siteMatrix(sites, selection))}\n`);
      else context.stdout.write(format === 'json' ? siteListJson(sites) : siteListText(sites));
      const findings = sites.flatMap((site) => site.findings);
      if (noteErrors(findings, context)) context.exit(1);
    });
}
