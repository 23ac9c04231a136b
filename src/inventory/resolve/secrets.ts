import { compareText } from '../../shared/finding.ts';
import { readSecret, type SecretReference } from '../../shared/secret.ts';
import type { Document } from '../model/document.ts';
import { at, isMap, root, type Written } from './written.ts';

/** A reference to a secret, and where it stands. */
export interface WrittenSecret {
  readonly reference: SecretReference;
  readonly written: Written;
}

/** The references `{ secret: NAME }` of a document, in its order. */
export function* secretReferences(document: Document): Generator<WrittenSecret> {
  yield* below(root(document));
}

/** Names that templates of an overlay refer to: `{{ secret.NAME }}`. */
export function* templateSecrets(text: string): Generator<string> {
  for (const [, inner = ''] of text.matchAll(/\{\{([^{}]{0,300})\}\}/g))
    for (const [, name = ''] of inner.matchAll(/\bsecret\.([A-Za-z_][A-Za-z0-9_]{0,99})/g)) yield name;
}

/** Every secret once, by name; the highest version that any reference names. */
export function collectSecrets(references: Iterable<SecretReference>): SecretReference[] {
  const byName = new Map<string, SecretReference>();
  for (const reference of references) {
    const known = byName.get(reference.secret);
    if (known === undefined || (reference.version ?? 1) > (known.version ?? 1))
      byName.set(reference.secret, reference);
  }
  return [...byName.values()].sort((a, b) => compareText(a.secret, b.secret));
}

function* below(written: Written): Generator<WrittenSecret> {
  const { value } = written;
  if (value === null || typeof value !== 'object') return;
  const reference = readSecret(value);
  if (reference !== undefined) yield { reference, written };
  else if (Array.isArray(value))
    for (let index = 0; index < value.length; index++) yield* below(at(written, index));
  else if (isMap(value)) for (const key of Object.keys(value)) yield* below(at(written, key));
}
