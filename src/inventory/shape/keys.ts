import { isOtherSpelling, nearest } from '../../shared/nearest.ts';
import { isSecretReference, type JsonSchema, knownKeys, schemasAt } from './schema.ts';
import type { Context, Explanation } from './violation.ts';
import { exampleLine, listed, nameOf, secretNameFor, shown } from './words.ts';

/** A key that the schemas do not know. */
export function explainUnknownKey(context: Context): Explanation | undefined {
  const { violation, pointer, schemas } = context;
  const key = String(violation.params.additionalProperty ?? violation.params.unevaluatedProperty);
  const known = knownKeys(schemas);
  // A key is also "unevaluated" when its value is wrong, which is reported for itself.
  if (known.includes(key)) return undefined;
  const where = pointer.length === 0 ? '' : ` in ${nameOf(pointer)}`;
  return {
    code: 'PL1101',
    message: `unknown key ${shown(key)}${where}`,
    hint: unknownKeyHint(context, key, known),
    at: { pointer: [...pointer, key], what: 'key' },
  };
}

function unknownKeyHint({ kind, document, pointer }: Context, key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  if (meant !== undefined) {
    return isOtherSpelling(key, meant) ? `keys are in camelCase: write ${meant}` : `did you mean ${meant}?`;
  }
  const above = pointer.length > 0 && knownKeys(schemasAt(kind, document.value, [])).includes(key);
  if (above) return `${key} belongs at the top of the file: indent it less`;
  return `known keys here: ${listed(known.toSorted(), 'and')}`;
}

/** A key that must be there and is not. Nothing is said where a misspelt key is what is missing. */
export function explainMissingKey({
  violation,
  kind,
  document,
  pointer,
  value,
  schemas,
}: Context): Explanation | undefined {
  const key = String(violation.params.missingProperty);
  const known = knownKeys(schemas);
  const unknown = Object.keys(value as object).filter((each) => !known.includes(each));
  if (unknown.some((each) => nearest(each, known) === key)) return undefined;
  return {
    code: 'PL1104',
    message: `${key} is missing${pointer.length === 0 ? '' : ` in ${nameOf(pointer)}`}`,
    hint: missingKeyHint(key, schemasAt(kind, document.value, [...pointer, key])),
    at: { pointer: [...pointer, key], what: 'key' },
  };
}

function missingKeyHint(key: string, schemas: readonly JsonSchema[]): string {
  const [example] = schemas.some(isSecretReference)
    ? [{ secret: secretNameFor(key) }]
    : schemas.flatMap((schema) => schema.examples ?? schema.enum ?? []);
  return example === undefined ? `add ${key}` : `add a line such as ${exampleLine(key, example)}`;
}

/** A key of a map of free keys that has the wrong form. */
export function explainMalformedKey({ violation, pointer, schemas }: Context): Explanation {
  const key = String(violation.params.propertyName);
  const words = schemas.flatMap((schema) => schema.propertyNames?.patternErrorMessage ?? [])[0];
  return {
    code: 'PL1109',
    message: `the key ${shown(key)} of ${nameOf(pointer)} is malformed`,
    hint: words === undefined ? undefined : `it must be ${words}`,
    at: { pointer: [...pointer, key], what: 'key' },
  };
}
