/** What stands in an event's payload at a path of keys; undefined where nothing does. */
export function at(payload: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (each, key) =>
      typeof each === 'object' && each !== null && Object.hasOwn(each, key)
        ? (each as Readonly<Record<string, unknown>>)[key]
        : undefined,
    payload,
  );
}
