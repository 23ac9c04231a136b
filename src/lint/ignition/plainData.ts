/** An object of a configuration, whose keys may hold anything: configurations are looked at even when they are wrong. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** The value as an object, or one without keys. */
export function objectOf(value: unknown): PlainObject {
  return isObject(value) ? value : {};
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list, or an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value if it is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
