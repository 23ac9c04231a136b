import { commandNamed } from './commandTable.ts';
import { parseOptions } from './options.ts';
import type { Command, Token } from './script.ts';
import { imageNameOf } from './uri.ts';

/** One kernel argument as a script writes it. */
export interface KernelArgument {
  /** What stands before the first `=`. */
  readonly name: string;
  /** What stands after it; absent for an argument without `=`. */
  readonly value?: string;
  readonly token: Token;
}

/** A command that names an image: `kernel`, `initrd` and their kin. */
export interface ImageLine {
  /** The name that the image gets: `--name`, or the last part of the URI's path. Settings are not expanded. */
  readonly name: string;
  readonly uri: Token;
  readonly arguments: readonly KernelArgument[];
}

const kernelCommands = new Set(['kernel', 'imgselect', 'imgload']);
const bootCommands = new Set(['boot', 'imgexec']);
const initrdCommands = new Set(['initrd', 'module', 'imgfetch']);

/** What a command does to the images that will be booted. */
export type ImageRole = 'kernel' | 'initrd' | 'boot';

/** The role of a command among those that load and boot a kernel; undefined for every other command. */
export function imageRole(command: Command): ImageRole | undefined {
  const name = command.words[0]?.text ?? '';
  if (kernelCommands.has(name)) return 'kernel';
  if (initrdCommands.has(name)) return 'initrd';
  return bootCommands.has(name) ? 'boot' : undefined;
}

/** Takes a `kernel`, `initrd` or similar command apart; undefined when it names no image or its options are wrong. */
export function parseKernelLine(command: Command): ImageLine | undefined {
  const [name, ...words] = command.words;
  const specification = commandNamed(name?.text ?? '');
  if (specification === undefined) return undefined;
  const options = parseOptions(
    specification,
    words.map((word) => word.text),
  );
  const uri = words[options.rest];
  if (options.problem !== undefined || uri === undefined) return undefined;
  return {
    name: options.values.get('name') ?? imageNameOf(uri.text) ?? '',
    uri,
    arguments: words.slice(options.rest + 1).map(kernelArgument),
  };
}

function kernelArgument(token: Token): KernelArgument {
  const equals = token.text.indexOf('=');
  if (equals < 0) return { name: token.text, token };
  return { name: token.text.slice(0, equals), value: token.text.slice(equals + 1), token };
}
