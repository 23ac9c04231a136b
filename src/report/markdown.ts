import { visible } from './visible.ts';

/**
 * A text as inline Markdown that shows it and does nothing else: no emphasis, links, images, HTML, mentions, mathematics, or
 * end of a table cell. Written with character references, which GitHub resolves after it has looked for structure.
 */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[&<>\\`*_[\]~|$]/g, reference)
    .replace(/:(?=\/\/)|(?<=\b(?:mailto|xmpp)):/gi, reference)
    .replace(/(?<=www)\./gi, reference)
    .replaceAll('@', '<span>@</span>');
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** A text as inline code. Inside a code element GitHub neither mentions nor links. */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}

/** A link whose text may be hostile. What is not plain in the URL is encoded, so that it cannot end the link. */
export function markdownLink(text: string, url: string): string {
  const target = url.replace(/[^A-Za-z0-9\-._:/?#&=+,;%]+/g, (part) =>
    [...Buffer.from(part)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
  return `[${markdownText(text)}](${target})`;
}

/** A table; cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].map((each) => `${each}\n`).join('');
}

/** A block of code in a language, whatever the text holds: the fence is longer than any in it. */
export function markdownBlock(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const lines = text.replace(/\n$/, '').split('\n').map(visible);
  return `${fence}${language}\n${lines.join('\n')}\n${fence}\n`;
}
