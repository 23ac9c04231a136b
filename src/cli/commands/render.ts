import type { Command } from 'commander';
import { renderFiles, renderTree } from '../../app/render.ts';
import { table } from '../../report/table.ts';
import { visible } from '../../report/visible.ts';
import { Failure } from '../../shared/failure.ts';
import { hasErrors } from '../../shared/finding.ts';
import type { Context } from '../context.ts';
import { noteErrors, reportFindings } from '../findings.ts';
import { nodeProgress } from '../progress.ts';
import { selectionOf } from '../selection.ts';

/** `pilotlight render [path]` */
export function addRender(program: Command, context: Context): void {
  program
    .command('render')
    .description('render all files: list them, print one, or write them to a folder')
    .argument('[path]', 'print this file of the tree')
    .option('-o, --out <folder>', 'write the tree to this folder')
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight render\n  $ pilotlight render nodes/lenovo1.lab.home.lerenn.net/config.bu\n  $ pilotlight render --out tree\n',
    )
    .action(async (path: string | undefined, { out }: { out?: string }) => {
      if (out !== undefined) await writeTree(program, out, context);
      else if (path !== undefined) await printFile(program, path, context);
      else await listFiles(program, context);
    });
}

async function writeTree(program: Command, out: string, context: Context): Promise<void> {
  const progress = nodeProgress(context);
  const rendered = await renderTree(selectionOf(program), out, context.world(), progress.hooks);
  progress.end();
  if (rendered.findings.length > 0) reportFindings(rendered, { format: 'text' }, context);
  for (const { folder, manifest } of rendered.sites) {
    if (folder !== undefined)
      context.stdout.write(`✓ ${(manifest?.files.length ?? 0) + 1} files in ${visible(folder)}\n`);
  }
  if (hasErrors(rendered.findings))
    context.stderr.write('✗ nothing was written for a site that has errors\n');
}

async function printFile(program: Command, path: string, context: Context): Promise<void> {
  let text: string | undefined;
  const paths: string[] = [];
  const rendered = await renderFiles(selectionOf(program), context.world(), (file) => {
    paths.push(file.path);
    if (file.path === path) text = file.text;
  });
  if (text === undefined) {
    if (hasErrors(rendered.findings)) return reportFindings(rendered, { format: 'text' }, context);
    throw new Failure('usage', `no file ${path} is rendered`, {
      next: `for example ${paths[0] ?? 'none'}; pilotlight render lists all`,
    });
  }
  context.exact(text);
  if (noteErrors(rendered.findings, context)) context.exit(1);
}

async function listFiles(program: Command, context: Context): Promise<void> {
  const rows: string[][] = [];
  const rendered = await renderFiles(selectionOf(program), context.world(), ({ path, text }) => {
    rows.push([path, String(Buffer.byteLength(text))]);
  });
  context.stdout.write(
    table(
      ['FILE', 'BYTES'],
      rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ),
  );
  if (rendered.findings.length > 0) reportFindings(rendered, { format: 'text' }, context);
}
