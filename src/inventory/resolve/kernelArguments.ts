import type { Layers } from './layer.ts';
import { builtIn, fromFile, type Note } from './note.ts';
import { appended, pick } from './pick.ts';
import { items, text } from './written.ts';

const usualConsoles: readonly string[] = ['tty0', 'ttyS0,115200n8'];

/**
 * Kernel arguments of the live system and the installed one: consoles first, then the arguments of all layers. An
 * argument that is there already is not repeated: Ignition refuses duplicates.
 */
export function resolveKernelArguments(layers: Layers, note: Note): readonly string[] {
  const result = new Set<string>();
  const add = (argument: string, origin: Parameters<Note>[1]) => {
    if (!result.has(argument)) note(['kernelArguments', result.size], origin);
    result.add(argument);
  };
  const consoles = pick(layers, ['console']);
  if (consoles === undefined) for (const each of usualConsoles) add(`console=${each}`, builtIn);
  else for (const each of items(consoles)) add(`console=${text(each) ?? ''}`, fromFile(each));
  for (const each of appended(layers, ['kernelArguments'])) {
    const argument = text(each);
    if (argument !== undefined) add(argument, fromFile(each));
  }
  return [...result];
}
