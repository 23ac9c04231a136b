import type { Place } from '../../../shared/finding.ts';
import { html, type Markup } from '../markup.ts';

/** Characters around what is underlined: the box scrolls, but a line of a megabyte helps nobody. */
const around = 160;

/** A line of a file with what a finding is about underlined; nothing where there is no line to show. */
export function excerptMarkup({ line: number, column, endColumn }: Place, line: string | undefined): Markup {
  if (line === undefined || line.trim() === '') return html``;
  const from = Math.min(Math.max(0, column - 1), line.length);
  const to = Math.max(from, Math.min(line.length, (endColumn ?? endOfWord(line, from)) - 1));
  const first = Math.max(0, from - around);
  const last = Math.min(line.length, Math.max(to, from + 1) + around);
  const text = (start: number, end: number) => line.slice(start, end).replaceAll('\t', '  ');
  return html`<pre class="excerpt" tabindex="0" aria-label="Line ${number}"><code><span class="gutter">${number} │ </span>${first > 0 ? '…' : ''}${text(first, from)}<mark>${text(from, to)}</mark>${text(to, last)}${last < line.length ? '…' : ''}</code></pre>`;
}

/** The column after the word that begins somewhere. */
function endOfWord(line: string, from: number): number {
  const [word = ''] = /^\S*/.exec(line.slice(from, from + around)) ?? [];
  return from + Math.max(1, word.length) + 1;
}
