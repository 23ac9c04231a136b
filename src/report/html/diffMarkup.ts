import { visible } from '../visible.ts';
import { hideMarkers, showMarkers } from './highlight/secretBadges.ts';
import { entities, html, type Markup, trusted } from './markup.ts';

/** A unified difference with its lines told apart: by their sign, and by a colour. */
export function diffMarkup(diff: string): Markup {
  const lines = diff.replace(/\n$/, '').split('\n');
  const { hidden, names } = hideMarkers(
    lines.map((line) => line.split('\t').map(visible).join('\t')).join('\n'),
  );
  const made = runsOf(hidden.split('\n')).map(
    ({ kind, lines: run }) => `<span${kind}>${entities(run.join('\n')) || ' '}</span>`,
  );
  return html`<pre class="diff" tabindex="0" aria-label="What changes in the Butane file"><code>${trusted(showMarkers(made.join(''), names))}</code></pre>`;
}

/** Lines that follow each other and are of one kind. */
function runsOf(lines: readonly string[]): { kind: string; lines: string[] }[] {
  const runs: { kind: string; lines: string[] }[] = [];
  for (const line of lines) {
    const kind = classOf(line);
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs;
}

function classOf(line: string): string {
  if (line.startsWith('@@')) return ' class="at"';
  if (line.startsWith('+')) return ' class="add"';
  return line.startsWith('-') ? ' class="del"' : '';
}
