import type { Command } from 'commander';
import { verifyImages } from '../../../app/images/verify.ts';
import { imagesVerifyJson, imagesVerifyText } from '../../../report/imagesCache.ts';
import type { Context } from '../../context.ts';
import { selectionOf } from '../../selection.ts';
import { addFormatOption } from '../../storageOptions.ts';
import { addFolderOption, type ImagesFlags, imagesOptions, withProgress } from './options.ts';

/** `pilotlight images verify` */
export function addImagesVerify(group: Command, program: Command, context: Context): void {
  const command = group
    .command('verify')
    .description('hash what the nodes need in the cache again, and remove what is damaged');
  addFormatOption(addFolderOption(command), ['text', 'json'])
    .addHelpText('after', '\nExample:\n  $ pilotlight images verify\n')
    .action(async (flags: ImagesFlags) => {
      const report = await withProgress(context, (hooks) =>
        verifyImages(selectionOf(program), imagesOptions(flags, context), context.world(), hooks),
      );
      context.stdout.write(
        flags.format === 'json' ? imagesVerifyJson(report) : imagesVerifyText(report, context.colour),
      );
      if (report.files.some(({ state }) => state !== 'whole')) context.exit(1);
    });
}
