import type { Command } from 'commander';
import { check } from '../../app/check.ts';
import type { Context } from '../context.ts';
import { type FindingsFormat, formatOption, reportFindings } from '../findings.ts';
import { nodeProgress } from '../progress.ts';
import { selectionOf } from '../selection.ts';

/** `pilotlight check` */
export function addCheck(program: Command, context: Context): void {
  program
    .command('check')
    .description('find every mistake: read, render, translate and lint, and write nothing')
    .addOption(formatOption())
    .option('--all', 'print every finding, also where one code has very many')
    .addHelpText('after', '\nExample:\n  $ pilotlight check --format sarif > findings.sarif\n')
    .action(async (options: { format: FindingsFormat; all?: boolean }) => {
      const progress = nodeProgress(context);
      const checked = await check(selectionOf(program), context.world(), progress.hooks);
      progress.end();
      reportFindings(checked, options, context);
    });
}
