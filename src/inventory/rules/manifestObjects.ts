import type { Document } from '../model/document.ts';
import { at, isMap, items, root, text, type Written } from '../resolve/written.ts';

/** A Kubernetes object in a manifest, as far as it says what it is. */
export interface ManifestObject {
  readonly written: Written;
  /** What stands before the slash of `apiVersion`; empty for the core group. */
  readonly group: string;
  readonly kind: string | undefined;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  /** Whether it is an element of a list of one kind (`ConfigMapList`), which need not repeat what it is. */
  readonly typed: boolean;
}

/** The objects of a document: one, or what a list holds. */
export function objectsOf(document: Document): ManifestObject[] {
  const whole = root(document);
  const elements = at(whole, 'items');
  const kind = text(at(whole, 'kind'));
  if (kind?.endsWith('List') !== true || !Array.isArray(elements.value)) return [objectOf(whole)];
  const typed = kind === 'List' ? undefined : kind.slice(0, -'List'.length);
  return items(elements).map((each) => objectOf(each, typed, at(whole, 'apiVersion')));
}

function objectOf(written: Written, typed?: string, typedVersion?: Written): ManifestObject {
  const version = text(at(written, 'apiVersion')) ?? (typedVersion && text(typedVersion)) ?? '';
  return {
    written,
    group: version.includes('/') ? version.slice(0, version.indexOf('/')) : '',
    kind: text(at(written, 'kind')) ?? typed,
    name: text(at(written, 'metadata', 'name')),
    namespace: text(at(written, 'metadata', 'namespace')),
    typed: typed !== undefined,
  };
}

/** The data of a Kubernetes Secret that stand in an object, in clear or as good as that. */
export function secretData({ kind, group, written }: ManifestObject): Written[] {
  if (kind !== 'Secret' || group !== '') return [];
  return ['data', 'stringData']
    .map((key) => at(written, key))
    .filter(({ value }) => isMap(value) && Object.keys(value).length > 0);
}
