import type { Element } from './element.ts';
import { sections } from './section.ts';
import { itemText, mappingText } from './yamlText.ts';

const texts = new WeakMap<Element, string>();

/** An element as it stands in a Butane file, indented for its section. Made once for each element. */
export function elementText(element: Element): string {
  const known = texts.get(element);
  if (known !== undefined) return known;
  const text =
    sections[element.section].kind === 'list'
      ? itemText(element.value, '    ')
      : mappingText(element.value, '  ');
  texts.set(element, text);
  return text;
}
