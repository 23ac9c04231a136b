import type { Command } from 'commander';
import { headCommit } from '../../adapters/git/tree.ts';
import { publish } from '../../app/publish.ts';
import { counted } from '../../report/counts.ts';
import { visible } from '../../report/visible.ts';
import type { Context } from '../context.ts';
import { reportFindings } from '../findings.ts';
import { nodeProgress } from '../progress.ts';
import { selectionOf } from '../selection.ts';

/** `pilotlight publish --out DIR` */
export function addPublish(program: Command, context: Context): void {
  program
    .command('publish')
    .description('make a release, named by the digest of its content: whole, or not at all')
    .requiredOption('-o, --out <folder>', 'folder to publish below: releases/<id>/ is made there')
    .addHelpText('after', '\nExample:\n  $ pilotlight publish --out /mnt/usb\n')
    .action(async ({ out }: { out: string }) => {
      const selection = selectionOf(program);
      const progress = nodeProgress(context);
      const commit = await headCommit(selection.folder);
      const origin = commit === undefined ? undefined : { commit };
      const published = await publish(selection, { out, origin }, context.world(), progress.hooks);
      progress.end();
      if (published.findings.length > 0) reportFindings(published, { format: 'text' }, context);
      for (const { manifest, folder } of published.sites) {
        if (manifest === undefined || folder === undefined) continue;
        const size = `${counted(manifest.nodes.length, 'node')}, ${counted(manifest.files.length, 'file')}`;
        context.stdout.write(`✓ release ${manifest.release.id}\n  ${size} in ${visible(folder)}\n`);
      }
    });
}
