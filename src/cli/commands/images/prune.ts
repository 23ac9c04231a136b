import type { Command } from 'commander';
import { pruneImages } from '../../../app/images/prune.ts';
import { imagesPruneJson, imagesPruneText } from '../../../report/imagesCache.ts';
import type { Context } from '../../context.ts';
import { selectionOf } from '../../selection.ts';
import { addFormatOption } from '../../storageOptions.ts';
import { addFolderOption, type ImagesFlags, imagesOptions } from './options.ts';

/** `pilotlight images prune` */
export function addImagesPrune(group: Command, program: Command, context: Context): void {
  const command = group
    .command('prune')
    .description('remove from the cache what no image lock of the inventory names')
    .option('-n, --dry-run', 'tell what would be removed, and remove nothing');
  addFormatOption(addFolderOption(command), ['text', 'json'])
    .addHelpText('after', '\nExample:\n  $ pilotlight images prune --dry-run\n')
    .action(async (flags: ImagesFlags & { readonly dryRun?: boolean }) => {
      const options = { ...imagesOptions(flags, context), dryRun: flags.dryRun === true };
      const report = await pruneImages(selectionOf(program), options, context.world());
      context.stdout.write(
        flags.format === 'json' ? imagesPruneJson(report) : imagesPruneText(report, context.colour),
      );
    });
}
