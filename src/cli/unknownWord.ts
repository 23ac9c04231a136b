import type { Command } from 'commander';
import { closest, distance } from 'fastest-levenshtein';
import { Failure } from '../shared/failure.ts';

/** Says that a word is no command, or no option, and which one was probably meant. */
export function unknownWord(word: string, program: Command): Failure {
  const isOption = word.startsWith('-');
  const names = isOption
    ? program.options.flatMap(({ long }) => long ?? [])
    : program.commands.map((command) => command.name());
  const near = closest(word, names);
  const meant = distance(word, near) <= Math.max(2, Math.floor(word.length / 3));
  return new Failure('usage', `unknown ${isOption ? 'option' : 'command'} ${JSON.stringify(word)}`, {
    next: meant ? `did you mean ${near}?` : 'pilotlight --help lists everything',
  });
}
