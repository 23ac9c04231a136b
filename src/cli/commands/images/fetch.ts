import type { Command } from 'commander';
import { fetchImages } from '../../../app/images/fetch.ts';
import { imagesFetchJson, imagesFetchText } from '../../../report/imagesFetch.ts';
import type { Context } from '../../context.ts';
import { selectionOf } from '../../selection.ts';
import { addFormatOption } from '../../storageOptions.ts';
import { addFolderOption, type ImagesFlags, imagesOptions, withProgress } from './options.ts';

interface FetchFlags extends ImagesFlags {
  readonly requireSignatures?: boolean;
}

/** `pilotlight images fetch` */
export function addImagesFetch(group: Command, program: Command, context: Context): void {
  const command = group
    .command('fetch')
    .description('fetch what the nodes need into the cache, verified by hash and signature');
  addFolderOption(command).option(
    '--require-signatures',
    'fail where a Fedora CoreOS file has no signature that counts',
  );
  addFormatOption(command, ['text', 'json'])
    .addHelpText('after', '\nExample:\n  $ pilotlight images fetch --require-signatures\n')
    .action(async (flags: FetchFlags) => {
      const requireSignatures = flags.requireSignatures === true;
      const options = { ...imagesOptions(flags, context), requireSignatures };
      const report = await withProgress(context, (hooks) =>
        fetchImages(selectionOf(program), options, context.world(), hooks),
      );
      context.stdout.write(
        flags.format === 'json' ? imagesFetchJson(report) : imagesFetchText(report, context.colour),
      );
      if (report.files.some(({ outcome }) => outcome === 'failed')) context.exit(3);
    });
}
