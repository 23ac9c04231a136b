import type { Pointer } from '../model/provenance.ts';

/** What a value is, in words: `the text "yes"`, `a list`, `the number 644`. */
export function whatItIs(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping of keys';
  if (typeof value === 'string') return `the text ${shown(value)}`;
  return `${typeof value === 'number' ? 'the number' : 'the truth value'} ${shown(value)}`;
}

/** What one or more types of JSON Schema want, in words: `a text or a mapping of keys`. */
export function whatIsWanted(types: readonly string[]): string {
  return listed(
    types.map((type) => typeWords[type] ?? type),
    'or',
  );
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys',
  null: 'empty',
};

/** `a, b or c` */
export function listed(words: readonly string[], conjunction: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** A value as it may stand in a message: short, on one line, in quotes where it is not one plain word. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return typeof value === 'string' && !plainWord.test(short) ? JSON.stringify(short) : short;
}

const longest = 60;

/** What needs no quotes: visible ASCII that does not look like punctuation of the sentence. */
const plainWord = /^[\w/@+-]([\x21-\x7e]*[^\s.,:;])?$/;

/** What a path's value is called: `groups[0].set.vlan`. */
export function nameOf(pointer: Pointer): string {
  if (pointer.length === 0) return 'the file';
  const parts = pointer.map((segment) =>
    typeof segment === 'number' ? `[${segment}]` : `.${shown(segment)}`,
  );
  return parts.join('').replace(/^\./, '');
}

/** The last key of a path: `macs` of `macs[1]`. */
export function keyOf(pointer: Pointer): string {
  return String(pointer.findLast((segment) => typeof segment === 'string') ?? '');
}

/** A name for a secret that stands under a key: `PASSWORD_HASH` for `passwordHash`. */
export function secretNameFor(key: string): string {
  return key === 'token' ? 'K3S_TOKEN' : key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** A line of YAML for a key: `role: server`. */
export function exampleLine(key: string, example: unknown): string {
  return `${key}: ${typeof example === 'string' ? example : flow(example)}`;
}

/** A value in YAML's flow style. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (value === null || typeof value !== 'object')
    return typeof value === 'string' ? value : JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${flow(each)}`)
    .join(', ')} }`;
}
