import { isSecretReference } from './schema.ts';
import type { Context, Explanation } from './violation.ts';
import { exampleLine, keyOf, nameOf, secretNameFor, whatIsWanted, whatItIs } from './words.ts';

/** A value of the wrong type. */
export function explainWrongType(context: Context): Explanation {
  const { violation, pointer, value, schemas } = context;
  const types = [violation.params.type as string | readonly string[]].flat();
  if (typeof value === 'string' && schemas.some(isSecretReference)) return secretInClear(context);
  return {
    code: 'PL1102',
    message: `${nameOf(pointer)} is ${whatItIs(value)}; it must be ${whatIsWanted(types)}`,
    hint: typeHint(context, types),
  };
}

/** The value is never shown. */
function secretInClear({ pointer }: Context): Explanation {
  const reference = exampleLine(keyOf(pointer), { secret: secretNameFor(keyOf(pointer)) });
  return {
    code: 'PL1110',
    message: `${nameOf(pointer)} is a secret that is written in clear`,
    hint: `write a reference such as ${reference}, and change the secret: it is in the history of the repository`,
  };
}

function typeHint({ pointer, value, schemas }: Context, types: readonly string[]): string | undefined {
  const key = keyOf(pointer);
  if (value === null) return 'give it a value, or delete the line';
  if (types.includes('boolean')) return booleanHint(value);
  if (types.includes('string') && typeof value !== 'object') return 'put it in quotes, so that it is a text';
  const isScalar = typeof value !== 'object';
  if (types.includes('array') && isScalar) return `write ${exampleLine(key, [value])}`.slice(0, 120);
  if (types.includes('integer') && typeof value === 'string' && /^[0-9]+$/.test(value))
    return 'write it without quotes';
  const example = schemas.flatMap((schema) => schema.examples ?? [])[0];
  return example === undefined ? undefined : `for example ${exampleLine(key, example)}`.slice(0, 160);
}

/** YAML 1.1 took these for truth values; YAML 1.2 takes them for texts. */
const formerBooleans: Readonly<Record<string, boolean>> = {
  yes: true,
  on: true,
  y: true,
  no: false,
  off: false,
  n: false,
};

function booleanHint(value: unknown): string {
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  const former = Object.hasOwn(formerBooleans, text) ? formerBooleans[text] : undefined;
  if (former !== undefined) return `in YAML 1.2 ${value} is a text: write ${former}`;
  if (text === 'true' || text === 'false') return `write ${text} without quotes`;
  return 'write true or false';
}
