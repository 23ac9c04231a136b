import type { Violation } from '../../generated/validators.js';
import type { Code } from '../../shared/catalogue.ts';
import type { Document } from '../model/document.ts';
import type { Pointer } from '../model/provenance.ts';
import type { JsonSchema, ShapeKind } from './schema.ts';

/** A violation of a schema, with all that its explanation is made from. */
export interface Context {
  readonly violation: Violation;
  readonly kind: ShapeKind;
  readonly document: Document;
  /** Where the value stands that violates. */
  readonly pointer: Pointer;
  readonly value: unknown;
  /** What it has to fulfil. */
  readonly schemas: readonly JsonSchema[];
}

/** A violation in words. */
export interface Explanation {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string | undefined;
  /** Where it stands, when that is not where the value stands. */
  readonly at?: { readonly pointer: Pointer; readonly what: 'value' | 'key' };
}

/** A JSON Pointer as keys and indexes of the value that it points into. */
export function toPointer(jsonPointer: string, root: unknown): Pointer {
  const pointer: (string | number)[] = [];
  let value = root;
  for (const part of jsonPointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    pointer.push(Array.isArray(value) ? Number(key) : key);
    value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  }
  return pointer;
}
