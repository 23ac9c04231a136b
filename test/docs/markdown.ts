import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

/** Root of the repository. */
export const root = resolve(import.meta.dirname, '../..');

/** A fenced block. `info` is what follows the language on its first line. */
export interface Block {
  readonly language: string;
  readonly info: string;
  readonly text: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
}

/** A Markdown file of the repository, as far as its tests look at it. */
export interface Page {
  /** Path relative to the root, with `/`. */
  readonly path: string;
  readonly blocks: readonly Block[];
  /** The text outside of fenced blocks. */
  readonly prose: string;
  /** Anchors of its headings, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
}

/** Every page that people read: those at the root, those in docs/, and the generated ones. */
export function allPages(): Page[] {
  const below = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => posix.join(folder, name));
  return [...below('.'), ...below('docs'), ...below('docs/how-to'), ...below('docs/findings')].map(readPage);
}

/** Reads one page by its path relative to the root. */
export function readPage(path: string): Page {
  const { blocks, prose } = split(readFileSync(join(root, path), 'utf8'));
  return { path, blocks, prose, anchors: anchorsOf(prose) };
}

/** Takes fenced blocks out of a text. */
export function split(markdown: string): { blocks: Block[]; prose: string } {
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open: { fence: string; language: string; info: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const [, fence = '', language = '', info = ''] = /^( *`{3,})(\S*)\s*(.*)$/.exec(line) ?? [];
    if (open !== undefined && line === open.fence) {
      const { language: name, info: more, line: start, lines } = open;
      blocks.push({
        language: name,
        info: more,
        line: start,
        text: lines.map((each) => `${each}\n`).join(''),
      });
      open = undefined;
    } else if (open !== undefined) open.lines.push(withoutIndent(line, open.fence));
    else if (fence !== '') open = { fence, language, info, line: index + 1, lines: [] };
    else prose.push(line);
  }
  if (open !== undefined) throw new Error(`the block of line ${open.line} is not closed`);
  return { blocks, prose: prose.join('\n') };
}

/** A line of a block that belongs to a point of a list, and is indented with it. */
function withoutIndent(line: string, fence: string): string {
  const indent = fence.length - fence.trimStart().length;
  return /^ *$/.test(line.slice(0, indent)) ? line.slice(indent) : line;
}

/** Targets of links and pictures in a text: `[…](target)`, `src="target"`, `srcset="target"`. */
export function linksIn(prose: string): string[] {
  const plain = prose.replace(/`[^`\n]*`/g, '');
  return [
    ...[...plain.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
    ...[...plain.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, target = '']) => target),
  ];
}

function anchorsOf(prose: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, title = ''] of prose.matchAll(/^#{1,6} (.+)$/gm)) {
    const anchor = slug(title);
    let name = anchor;
    for (let count = 1; anchors.has(name); count++) name = `${anchor}-${count}`;
    anchors.add(name);
  }
  return anchors;
}

/** What GitHub makes of a heading: lower case, hyphens for spaces, no punctuation. */
function slug(title: string): string {
  return title
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
