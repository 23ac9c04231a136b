import type { Command } from 'commander';
import { importImages } from '../../../app/images/import.ts';
import { imagesImportJson, imagesImportText } from '../../../report/imagesCache.ts';
import type { Context } from '../../context.ts';
import { selectionOf } from '../../selection.ts';
import { addFormatOption } from '../../storageOptions.ts';
import { addFolderOption, type ImagesFlags, imagesOptions } from './options.ts';

/** `pilotlight images import` */
export function addImagesImport(group: Command, program: Command, context: Context): void {
  const command = group
    .command('import')
    .description('copy what the nodes need from a folder into the cache, verified by hash')
    .argument('<folder>', 'files of a machine with a network, in any sub-folders');
  addFormatOption(addFolderOption(command), ['text', 'json'])
    .addHelpText('after', '\nExample:\n  $ pilotlight images import /media/stick\n')
    .action(async (from: string, flags: ImagesFlags) => {
      const options = { ...imagesOptions(flags, context), from };
      const report = await importImages(selectionOf(program), options, context.world());
      context.stdout.write(
        flags.format === 'json' ? imagesImportJson(report) : imagesImportText(report, context.colour),
      );
      const absent = ({ outcome }: { outcome: string }) => outcome === 'missing' || outcome === 'different';
      if (report.files.some(absent)) context.exit(3);
    });
}
