import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readSources } from '../../adapters/files/readSources.ts';
import { lint } from '../../app/lint.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';
import type { Context } from '../context.ts';
import { type FindingsFormat, formatOption, reportFindings } from '../findings.ts';
import { selectionOf } from '../selection.ts';

/** `pilotlight lint FILE…` */
export function addLint(program: Command, context: Context): void {
  program
    .command('lint')
    .description('lint hand-written iPXE, Butane and Ignition files, systemd units and shell scripts')
    .argument('<file...>', 'files; what `local:` names in a Butane file is read below the inventory folder')
    .addOption(formatOption())
    .option('--all', 'print every finding, also where one code has very many')
    .addHelpText('after', '\nExample:\n  $ pilotlight lint boot.ipxe config.bu\n')
    .action(async (paths: string[], options: { format: FindingsFormat; all?: boolean }) => {
      const started = context.world().now();
      const files = paths.map((path) => ({ path: path.replaceAll('\\', '/'), text: readText(path) }));
      const [sources] = await readSources(selectionOf(program).folder);
      const findings = await lint(files, sources?.files ?? new Map(), context.world());
      const texts = new Map(files.map(({ path, text }) => [path, text]));
      const milliseconds = context.world().now() - started;
      const reported = {
        findings,
        nodes: 0,
        files: files.length,
        milliseconds,
        source: (file: string) => texts.get(file),
      };
      reportFindings(reported, options, context);
    });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure('usage', `cannot read ${path}: ${explainSystemError(error)}`, {
      next: 'name files that are there',
    });
  }
}
