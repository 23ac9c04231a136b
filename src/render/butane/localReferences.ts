import type { Pointer } from '../../inventory/model/provenance.ts';
import { isMapping } from './data.ts';
import type { Element } from './element.ts';

/** A path that Butane reads from its folder of files, and where it stands in its element. */
export interface LocalReference {
  readonly kind: 'file' | 'folder';
  readonly local: string;
  readonly path: Pointer;
}

const remembered = new WeakMap<Element, readonly LocalReference[]>();

/** What an element reads from files: `local`, `contents_local`, `ssh_authorized_keys_local`, or a tree. Looked for once. */
export function localReferences(element: Element): readonly LocalReference[] {
  const known = remembered.get(element);
  if (known !== undefined) return known;
  const kind = element.section === 'storage.trees' ? 'folder' : 'file';
  const found = [...referencesIn(kind, element.value, [])];
  remembered.set(element, found);
  return found;
}

function* referencesIn(
  kind: LocalReference['kind'],
  value: unknown,
  path: Pointer,
): Generator<LocalReference> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* referencesIn(kind, each, [...path, index]);
  } else if (isMapping(value)) {
    for (const [key, each] of Object.entries(value)) {
      if (key === 'local' || key === 'contents_local') yield* texts(kind, [each], [...path, key], false);
      else if (key === 'ssh_authorized_keys_local' && Array.isArray(each))
        yield* texts(kind, each, [...path, key], true);
      else yield* referencesIn(kind, each, [...path, key]);
    }
  }
}

function* texts(
  kind: LocalReference['kind'],
  values: readonly unknown[],
  path: Pointer,
  listed: boolean,
): Generator<LocalReference> {
  for (const [index, local] of values.entries()) {
    if (typeof local === 'string') yield { kind, local, path: listed ? [...path, index] : path };
  }
}
