import { counted } from '../counts.ts';
import { html, type Markup } from './markup.ts';

/** `… and 12 more nodes: pilotlight show tells of them`; nothing where nothing was left out. */
export function leftOut(count: number, noun: string, where: string): Markup {
  if (count <= 0) return html``;
  return html`<p class="soft small">… and ${counted(count, `more ${noun}`)}: ${where}</p>`;
}
