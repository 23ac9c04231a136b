import type { Place } from '../../shared/finding.ts';
import type { Document } from '../model/document.ts';
import type { Pointer } from '../model/provenance.ts';

/** A value as somebody wrote it, with the way back to its place. `value` is undefined when nothing stands there. */
export interface Written {
  readonly document: Document;
  readonly pointer: Pointer;
  readonly value: unknown;
}

/** The whole content of a document. */
export function root(document: Document): Written {
  return { document, pointer: [], value: document.value };
}

/** What stands under a key or index, or at a path of them. Nothing stands below a value of another type. */
export function at(written: Written, ...path: Pointer): Written {
  let value = written.value;
  for (const step of path) value = child(value, step);
  return { document: written.document, pointer: [...written.pointer, ...path], value };
}

/** The elements of a list; none when it is not one. */
export function items(written: Written): Written[] {
  return Array.isArray(written.value) ? written.value.map((_, index) => at(written, index)) : [];
}

/** The keys of a map with their values; none when it is not one. */
export function entriesOf(written: Written): [string, Written][] {
  return isMap(written.value) ? Object.keys(written.value).map((key) => [key, at(written, key)]) : [];
}

/** A text, or undefined when it is none. */
export function text(written: Written): string | undefined {
  return typeof written.value === 'string' ? written.value : undefined;
}

/** The texts of a list, those that are not texts left out. */
export function texts(written: Written): string[] {
  return Array.isArray(written.value) ? written.value.filter((each) => typeof each === 'string') : [];
}

/** Where a value stands; where nothing does, the nearest value around it. */
export function placeOf(written: Written): Place {
  return remembered(written, 'value');
}

/** Where the key of a value stands. */
export function keyPlaceOf(written: Written): Place {
  return remembered(written, 'key');
}

/** Looking up a place may mean parsing its file again, and some places are asked for by thousands of findings. */
const places = new WeakMap<Document, Map<string, Place>>();

function remembered({ document, pointer }: Written, what: 'value' | 'key'): Place {
  const known = places.get(document) ?? new Map<string, Place>();
  places.set(document, known);
  const name = JSON.stringify([what, ...pointer]);
  const place = known.get(name) ?? document.locate(pointer, what);
  known.set(name, place);
  return place;
}

/** Whether a value is a map of YAML: neither null, nor a list, nor a scalar. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function child(value: unknown, step: string | number): unknown {
  if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
  return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
