import type { Command } from 'commander';
import { type ExportedSites, exportSites } from '../../app/exportMatchbox.ts';
import { counted } from '../../report/counts.ts';
import { visible } from '../../report/visible.ts';
import { hasErrors } from '../../shared/finding.ts';
import type { Context } from '../context.ts';
import { writeExport } from '../exportFolder.ts';
import { noteErrors } from '../findings.ts';
import { selectionOf } from '../selection.ts';

interface MatchboxFlags {
  readonly out: string;
  readonly url: string;
  readonly bootstrap?: boolean;
}

/** `pilotlight export matchbox` */
export function addExport(program: Command, context: Context): void {
  const group = program
    .command('export')
    .description('write the release for another boot server')
    .addHelpText(
      'after',
      '\nExample:\n  $ pilotlight export matchbox --out /var/lib/matchbox --url http://192.168.26.5:8080\n',
    );
  group
    .command('matchbox')
    .argument('[node...]', 'names of nodes; all of them when left out')
    .description('write groups, profiles and assets that matchbox serves')
    .requiredOption('-o, --out <folder>', 'folder that matchbox serves (its -data-path)')
    .requiredOption('--url <url>', 'where machines reach matchbox: http://matchbox.lab.example:8080')
    .option('--bootstrap', 'let the first server found a NEW cluster')
    .addHelpText(
      'after',
      '\nExample:\n  $ pilotlight export matchbox lenovo2 --out /var/lib/matchbox --url http://192.168.26.5:8080\n',
    )
    .action(async (nodes: string[], { out, url, bootstrap = false }: MatchboxFlags) => {
      const exported = await exportSites(selectionOf(program), { url, nodes, bootstrap }, context.world());
      noteErrors(exported.findings, context);
      if (hasErrors(exported.findings)) return context.exit(1);
      writeExport(out, exported.files);
      tell(exported, out, context);
    });
}

function tell({ nodes, files, secrets }: ExportedSites, out: string, { stdout, stderr }: Context): void {
  const size = `${counted(nodes.length, 'node')}, ${counted(files.length, 'file')}`;
  stdout.write(`✓ ${size} in ${visible(out)}\n`);
  stdout.write(`  images: pilotlight images fetch --images ${visible(out)}/assets\n`);
  stderr.write('! matchbox has no gate: EVERY network boot of these machines erases and installs them\n');
  if (secrets.length === 0) return;
  const names = secrets.join(', ');
  stderr.write(`! markers stand in place of secrets (${names}): such a node does not join a cluster\n`);
}
