/** `+quiet -rhgb` for two lists that are compared as sets; when only the order differs, `another order`; undefined when equal. */
export function listChange(before: readonly string[], after: readonly string[]): string | undefined {
  const had = new Set(before);
  const has = new Set(after);
  const added = after.filter((each) => !had.has(each)).map((each) => `+${each}`);
  const removed = before.filter((each) => !has.has(each)).map((each) => `-${each}`);
  if (added.length + removed.length > 0) return [...added, ...removed].join(' ');
  const same = before.length === after.length && before.every((each, index) => each === after[index]);
  return same ? undefined : 'another order';
}
