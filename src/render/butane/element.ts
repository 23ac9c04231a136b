import type { Pointer } from '../../inventory/model/provenance.ts';
import type { Mapping } from './data.ts';
import type { Section } from './section.ts';

/** Where an element, or a part of one, was written: in the built-in base, or at a place of an overlay. */
export type ElementOrigin =
  | { readonly kind: 'base' }
  | { readonly kind: 'overlay'; readonly file: string; readonly pointer: Pointer };

/** One element of a section: a file, a unit, a disk …, or a whole object section. Elements are never changed, so nodes share them. */
export interface Element {
  readonly section: Section;
  /** What tells it from the others of its section: a path, a name, a device. Empty for an object section. */
  readonly key: string;
  readonly value: Mapping;
  readonly origin: ElementOrigin;
  /** Origins of the parts that came from elsewhere than `origin`, by {@link partKey} of their path in `value`. */
  readonly parts?: ReadonlyMap<string, ElementOrigin>;
}

/** The base's origin; there is only one. */
export const baseOrigin: ElementOrigin = { kind: 'base' };

/** A path inside an element as a map key. */
export function partKey(path: Pointer): string {
  return JSON.stringify(path);
}

/** Where the value at a path of an element was written: the origin of the nearest part that encloses it, followed down the path. */
export function originOf(element: Element, path: Pointer): ElementOrigin {
  for (let length = path.length; length > 0; length--) {
    const origin = element.parts?.get(partKey(path.slice(0, length)));
    if (origin !== undefined) return below(origin, path.slice(length));
  }
  return below(element.origin, path);
}

function below(origin: ElementOrigin, path: Pointer): ElementOrigin {
  if (origin.kind === 'base' || path.length === 0) return origin;
  return { ...origin, pointer: [...origin.pointer, ...path] };
}

const baseElements = new WeakMap<Mapping, Element>();

/** The element of a value that the built-in base wrote: the same one each time for the same object. */
export function baseElement(section: Section, key: string, value: Mapping): Element {
  const known = baseElements.get(value);
  if (known?.section === section) return known;
  const element: Element = { section, key, value, origin: baseOrigin };
  baseElements.set(value, element);
  return element;
}
