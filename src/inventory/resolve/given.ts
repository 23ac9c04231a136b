import { builtIn, fromFile, type Note } from './note.ts';
import { at, isMap, texts, type Written } from './written.ts';

/** The value of a key of a mapping, or the built-in one; notes where it came from, under `name`. */
export function given<T, F>(
  mapping: Written,
  key: string,
  read: (written: Written) => T | undefined,
  fallback: F,
  note: Note,
  name = key,
): T | F {
  const written = at(mapping, key);
  const value = read(written);
  note([name], value === undefined ? builtIn : fromFile(written));
  return value ?? fallback;
}

/** Reads a list of texts. */
export function list(written: Written): readonly string[] | undefined {
  return Array.isArray(written.value) ? texts(written) : undefined;
}

/** Reads a mapping. */
export function map({ value }: Written): Readonly<Record<string, unknown>> | undefined {
  return isMap(value) ? value : undefined;
}

/** Reads one of some words. */
export function word<const T extends string>(words: readonly T[]): (written: Written) => T | undefined {
  return ({ value }) => words.find((each) => each === value);
}
