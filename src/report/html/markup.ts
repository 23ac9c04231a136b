import { visible } from '../visible.ts';

/** Markup that is safe as it stands. Only {@link html} and {@link trusted} make it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: texts are escaped, markup is not, and undefined is nothing. */
export type Content = Markup | string | number | undefined | readonly Content[];

/** Characters of a value that are shown: nobody reads more, and a report is not to grow without bounds. */
const longest = 4000;

/**
 * A piece of a page. Everything between its braces is text that shows itself and does nothing else, in an element and in a quoted
 * attribute: this is the one place where values become HTML.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) text += `${markupOf(value)}${parts[index + 1] ?? ''}`;
  return new Markup(text);
}

/** Markup that a library made of a text, or that is ours: nothing of it is looked at. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** Something for each element of a list, one after the other. */
export function each<T>(list: readonly T[], make: (element: T, index: number) => Content): Markup {
  return new Markup(list.map((element, index) => markupOf(make(element, index))).join(''));
}

/** A text as HTML, all of it: characters that control, hide or reorder are shown for what they are. */
export function escapeText(text: string): string {
  return entities(visible(text));
}

/** The same without looking for hidden characters: for texts in which those were shown before. */
export function entities(text: string): string {
  return plain.test(text) ? text : text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const plain = /^[^&<>"'`]*$/;

function markupOf(value: Content): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return shown(value);
  return value.map(markupOf).join('');
}

function shown(text: string): string {
  if (text.length <= longest) return escapeText(text);
  return `${escapeText(text.slice(0, longest))}… (${text.length - longest} more characters)`;
}
