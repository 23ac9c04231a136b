import type { Mapping } from './data.ts';
import { type Section, type SectionShape, sections } from './section.ts';

/**
 * What tells an element of a section from the others, or undefined when the field that does is missing or not a text.
 * A part of a key that may be left out (a tree's `path`) counts as empty.
 */
export function elementKey(section: Section, value: Mapping): string | undefined {
  const shape: SectionShape = sections[section];
  if (shape.kind === 'object') return '';
  const [first = '', ...others] = shape.keys.map((key) => keyText(value[key]));
  if (first === '') return undefined;
  return others.length === 0 ? first : JSON.stringify([first, ...others]);
}

/** The field of an element that {@link elementKey} needs: `path`. */
export function keyField(section: Section): string {
  const shape: SectionShape = sections[section];
  return shape.kind === 'object' ? '' : (shape.keys[0] ?? '');
}

/** YAML reads a name such as `123` as a number; Butane takes its text. */
function keyText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
