import type { Drift } from '../../../reimage/plan/drift.ts';
import { badge } from '../icons.ts';
import { html, type Markup } from '../markup.ts';

/** Whether a node is what the release says, and why not. */
export function driftBadge(drift: Drift): Markup {
  if (drift.state === 'same') return badge('good', 'as released');
  const [tone, word] =
    drift.state === 'differs' ? (['warn', 'differs'] as const) : (['quiet', 'unknown'] as const);
  return html`${badge(tone, word)}<span class="under">${drift.because}</span>`;
}
