import type { Command } from 'commander';
import { imagesFolder } from '../../../adapters/images/folderOf.ts';
import { type ImagesHooks, type ImagesOptions, mirrorsOf } from '../../../app/images/options.ts';
import type { Context } from '../../context.ts';
import { transferProgress } from '../../transferProgress.ts';

/** Options of commands that work on the folder of image files. */
export interface ImagesFlags {
  readonly images?: string;
  readonly format: 'text' | 'json';
}

/** `--images`, where files are kept between runs. */
export function addFolderOption(command: Command): Command {
  return command.option('--images <folder>', 'the cache; else $PILOTLIGHT_IMAGES, else one among caches');
}

/** What the app needs of flags and environment. */
export function imagesOptions(flags: Pick<ImagesFlags, 'images'>, { environment }: Context): ImagesOptions {
  return { folder: imagesFolder(environment, flags.images), mirrors: mirrorsOf(environment) };
}

/** Carries something out with progress, and so that a signal ends it in an orderly way. */
export async function withProgress<T>(context: Context, act: (hooks: ImagesHooks) => Promise<T>): Promise<T> {
  const progress = transferProgress(context);
  try {
    return await act({ onEvent: progress.onEvent, stoppable: context.stoppable });
  } finally {
    progress.clear();
  }
}
