import type { Command } from 'commander';
import { Failure } from '../shared/failure.ts';
import { didYouMean } from '../shared/nearest.ts';

/** Says that a word is no command, or no option, and which one was probably meant. */
export function unknownWord(word: string, program: Command): Failure {
  const isOption = word.startsWith('-');
  const names = isOption
    ? program.options.flatMap(({ long }) => long ?? [])
    : program.commands.map((command) => command.name());
  return new Failure('usage', `unknown ${isOption ? 'option' : 'command'} ${JSON.stringify(word)}`, {
    next: didYouMean(word, names) ?? 'pilotlight --help lists everything',
  });
}
