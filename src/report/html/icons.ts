import { html, type Markup, trusted } from './markup.ts';

/** How something is: told by a word and a sign, and then by a colour. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';

const shapes = {
  good: '<circle cx="8" cy="8" r="7"/><path d="M4.8 8.3 7 10.5l4.2-4.7"/>',
  warn: '<path d="M8 1.5 15 14H1z"/><path d="M8 6v4M8 12v.2"/>',
  bad: '<path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z"/><path d="m5.5 5.5 5 5m0-5-5 5"/>',
  info: '<circle cx="8" cy="8" r="7"/><path d="M8 7.2v4M8 4.6v.2"/>',
  quiet: '<circle cx="8" cy="8" r="7"/><path d="M5 8h6"/>',
} as const satisfies Record<Tone, string>;

/** The sign of a tone. A word stands beside it, so that it is nothing to those who listen. */
export function icon(tone: Tone): Markup {
  return signs[tone];
}

const signs = Object.fromEntries(
  Object.keys(shapes).map((tone) => [
    tone,
    trusted(`<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-${tone}"/></svg>`),
  ]),
) as Record<Tone, Markup>;

/** The shapes that signs refer to: once in a page. */
export const iconShapes: Markup = trusted(
  `<svg width="0" height="0" aria-hidden="true" focusable="false" style="position:absolute">${Object.entries(
    shapes,
  )
    .map(([tone, shape]) => `<symbol id="i-${tone}" viewBox="0 0 16 16">${shape}</symbol>`)
    .join('')}</svg>`,
);

/** A short word with its sign, on its colour. */
export function badge(tone: Tone, word: string): Markup {
  return html`<span class="badge ${tone}">${icon(tone)}${word}</span>`;
}
