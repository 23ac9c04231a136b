import { type Command, Option } from 'commander';
import { imagesFolder } from '../../../adapters/images/folderOf.ts';
import type { ChangeOptions, RouterHooks, RouterOptions } from '../../../app/router/options.ts';
import type { Context } from '../../context.ts';
import { seconds } from '../../seconds.ts';
import type { StorageFlags } from '../../storageOptions.ts';
import { transferProgress } from '../../transferProgress.ts';

/** Options of commands that work on a router. */
export interface RouterFlags extends StorageFlags {
  readonly images?: string;
  readonly confirmTimeout?: number;
}

/** `--images`: where binaries are that the image lock gives a URL for. */
export function addImagesOption(command: Command): Command {
  return command.option(
    '--images <folder>',
    'folder with ipxe/<architecture>/<name>; else the one of images fetch',
  );
}

const usualTimeout = 90;

/** `--confirm-timeout` of commands that change a router's configuration. */
export function addTimeoutOption(command: Command): Command {
  return command.addOption(
    new Option('--confirm-timeout <time>', 'the router takes the change back after so long unconfirmed')
      .argParser(seconds)
      .default(usualTimeout, '90s'),
  );
}

/** What the app needs of the flags. */
export function routerOptions(flags: RouterFlags, { environment }: Context): RouterOptions {
  const images = imagesFolder(environment, flags.images);
  return { lockSeconds: flags.lockTimeout, staleSeconds: flags.lockStaleAfter, images };
}

/** The same for a command that changes something. */
export function changeOptions(flags: RouterFlags, context: Context): ChangeOptions {
  return { ...routerOptions(flags, context), timeoutSeconds: flags.confirmTimeout ?? usualTimeout };
}

/** Works on a router with progress, and so that a signal ends it in an orderly way. */
export async function onRouter<T>(
  context: Context,
  act: (hooks: RouterHooks, clear: () => void) => Promise<T>,
): Promise<T> {
  const progress = transferProgress(context);
  try {
    return await act({ onEvent: progress.onEvent, stoppable: context.stoppable }, () => progress.clear());
  } finally {
    progress.clear();
  }
}
