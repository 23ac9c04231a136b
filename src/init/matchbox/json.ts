/** What a JSON file of matchbox may hold; everything in it is looked at before it is used. */
export type Json = Readonly<Record<string, unknown>>;

/** A text as a JSON object; undefined where it is none. */
export function jsonObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is an object of named values. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of an object, by the first of the names that has one. */
export function textOf(object: Json, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** The texts in a list of an object. */
export function textsOf(object: Json, name: string): string[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
