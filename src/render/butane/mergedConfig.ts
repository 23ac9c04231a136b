import type { Pointer } from '../../inventory/model/provenance.ts';
import type { Place } from '../../shared/finding.ts';
import type { Element } from './element.ts';
import { type Section, sectionNames } from './section.ts';

/** A whole Butane configuration as ordered elements, each of which knows where it was written. */
export type MergedConfig = { readonly [section in Section]: readonly Element[] };

/** Answers the place of a value, or of its key, in a file of the inventory. */
export type Locate = (file: string, pointer: Pointer, what?: 'value' | 'key') => Place;

/** A configuration made section by section. */
export function mapSections(elements: (section: Section) => readonly Element[]): MergedConfig {
  const merged: Partial<Record<Section, readonly Element[]>> = {};
  for (const section of sectionNames) merged[section] = elements(section);
  return merged as Record<Section, readonly Element[]>;
}

/** All elements, in the order in which they are written. */
export function* elementsOf(merged: MergedConfig): Generator<Element, void> {
  for (const section of sectionNames) yield* merged[section];
}
