/** A resource of Redfish, as its JSON has it. Nothing in it is certain: controllers differ. */
export type Resource = Readonly<Record<string, unknown>>;

/** What stands under a path of keys. */
export function below(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (found === null || typeof found !== 'object' || !Object.hasOwn(found, key)) return undefined;
    found = (found as Resource)[key];
  }
  return found;
}

/** The text under a path of keys. */
export function textBelow(value: unknown, ...path: readonly string[]): string | undefined {
  const found = below(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The texts of the list under a path of keys; undefined where none is there. */
export function textsBelow(value: unknown, ...path: readonly string[]): readonly string[] | undefined {
  const found = below(value, ...path);
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : undefined;
}

/** The path that a link leads to: `{ "@odata.id": "/redfish/v1/Systems" }`. */
export function linkBelow(value: unknown, ...path: readonly string[]): string | undefined {
  return textBelow(value, ...path, '@odata.id');
}
