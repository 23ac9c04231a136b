import type { Command } from 'commander';
import { lockImages } from '../../../app/images/lock.ts';
import { mirrorsOf } from '../../../app/images/options.ts';
import { imagesLockJson, imagesLockText } from '../../../report/imagesLock.ts';
import type { Context } from '../../context.ts';
import { printBySite } from '../../printBySite.ts';
import { selectionOf } from '../../selection.ts';
import { addFormatOption } from '../../storageOptions.ts';
import { withProgress } from './options.ts';

interface LockFlags {
  readonly check?: boolean;
  readonly plan?: boolean;
  readonly stream?: string[];
  readonly format: 'text' | 'json';
}

/** `pilotlight images lock` */
export function addImagesLock(group: Command, program: Command, context: Context): void {
  const command = group
    .command('lock')
    .description('write images.lock.yaml: what the nodes want, by URL, size, hash and signature')
    .option('--check', 'tell what the lock lacks for the nodes, ask nobody and write nothing')
    .option('-p, --plan', 'tell what would change, and write nothing')
    .option('--stream <name...>', 'look only at these streams; what others have locked stays');
  addFormatOption(command, ['text', 'json'])
    .addHelpText('after', '\nExamples:\n  $ pilotlight images lock\n  $ pilotlight images lock --check\n')
    .action(async (flags: LockFlags) => {
      const options = {
        check: flags.check === true,
        planOnly: flags.plan === true,
        streams: flags.stream,
        mirrors: mirrorsOf(context.environment),
      };
      const reports = await withProgress(context, (hooks) =>
        lockImages(selectionOf(program), options, context.world(), hooks),
      );
      printBySite(
        reports,
        flags.format,
        { json: imagesLockJson, text: imagesLockText, between: '\n' },
        context,
      );
      if (flags.check === true && reports.some(({ missing }) => missing.length > 0)) context.exit(1);
    });
}
