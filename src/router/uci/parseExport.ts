import { PackageBuilder } from './packageBuilder.ts';
import type { UciPackage } from './section.ts';
import { type Command, readCommands } from './words.ts';

/** What a text of `uci export` or a file of /etc/config says, and the lines that uci would refuse. */
export interface ParsedConfig {
  /** In the order of the text. */
  readonly value: UciPackage[];
  /** `line 3: …`; what such a line says is left out, where uci would read nothing of the whole package. */
  readonly problems: string[];
}

/**
 * Reads the text of `uci export`, or a file of /etc/config that somebody wrote by hand, as libuci does. Never throws.
 *
 * @param name the package of sections that stand before any `package` line: the name of the file
 */
export function parseExport(text: string, name = ''): ParsedConfig {
  const builder = new PackageBuilder(name);
  const problems: string[] = [];
  for (const command of readCommands(text)) {
    const problem = command.problem ?? carryOut(command, builder);
    if (problem !== undefined) problems.push(`line ${command.line}: ${problem}`);
  }
  return { value: builder.packages(), problems };
}

/** Does what a line says; answers why it cannot be done. */
function carryOut({ words: [keyword = '', ...words] }: Command, builder: PackageBuilder): string | undefined {
  switch (keyword) {
    case 'package':
    case 'p':
      return packageLine(words, builder);
    case 'config':
    case 'c':
      return configLine(words, builder);
    case 'option':
    case 'o':
      return valueLine(words, 'option', builder);
    case 'list':
    case 'l':
      return valueLine(words, 'list', builder);
    default:
      return `${JSON.stringify(keyword)} is neither package, config, option nor list`;
  }
}

function packageLine([name = '', ...more]: readonly string[], builder: PackageBuilder): string | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return `${JSON.stringify(name)} is no name of a package`;
  if (hasMore(more)) return tooMany;
  return builder.openPackage(name);
}

function configLine(
  [type = '', name = '', ...more]: readonly string[],
  builder: PackageBuilder,
): string | undefined {
  builder.closeSection();
  if (!/^[!-~]+$/.test(type)) return `${JSON.stringify(type)} is no type of a section`;
  if (!isName(name) && name !== '') return `${JSON.stringify(name)} is no name of a section`;
  if (hasMore(more)) return tooMany;
  return builder.openSection(type, name === '' ? undefined : name);
}

function valueLine(
  [name = '', value = '', ...more]: readonly string[],
  kind: 'option' | 'list',
  builder: PackageBuilder,
): string | undefined {
  if (!isName(name)) return `${JSON.stringify(name)} is no name of an option`;
  if (hasMore(more)) return tooMany;
  return kind === 'option' ? builder.setOption(name, value) : builder.addToList(name, value);
}

const tooMany = 'too many words: a value with spaces needs quotes';

/** An empty word at the end says nothing. */
function hasMore([first = '', ...more]: readonly string[]): boolean {
  return first !== '' || more.length > 0;
}

function isName(text: string): boolean {
  return /^[A-Za-z0-9_]+$/.test(text);
}
