import { at, type IpxeRule, type KnownCommand } from '../context.ts';

/** In the texts of these a `;` at a word's end is punctuation. */
const prose = new Set(['echo', 'prompt', 'menu', 'form', 'item', 'set', 'param']);

/** PL3014: `||`, `&&` and `;` are words of their own. */
export const gluedConnector: IpxeRule = (context) =>
  context.commands.flatMap((command) =>
    command.command.words.flatMap((word) => {
      const connector = glued(word.text, command);
      if (connector === undefined) return [];
      const message = `${connector} is part of the word ${word.text}, and does nothing there`;
      return [at(context, 'PL3014', word, message, `put a space on both sides of ${connector}`)];
    }),
  );

function glued(word: string, { name }: KnownCommand): string | undefined {
  const match = /^(\|\||&&|;)|(\|\||&&)$/.exec(word);
  if (match !== null) return match[0];
  if (word.endsWith(';') && !prose.has(name.text)) return ';';
  return /^\w+(\|\||&&)\w+$/.exec(word)?.[1];
}
