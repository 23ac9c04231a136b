import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { addImagesFetch } from './fetch.ts';
import { addImagesImport } from './import.ts';
import { addImagesLock } from './lock.ts';
import { addImagesPrune } from './prune.ts';
import { addImagesVerify } from './verify.ts';

/** `pilotlight images …` */
export function addImages(program: Command, context: Context): void {
  const group = program
    .command('images')
    .description('pin the files that machines are installed from, and fetch them')
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight images lock\n  $ pilotlight images fetch\n  $ pilotlight images import /media/stick\n',
    );
  for (const add of [addImagesLock, addImagesFetch, addImagesVerify, addImagesPrune, addImagesImport]) {
    add(group, program, context);
  }
}
