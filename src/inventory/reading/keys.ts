import { isScalar, type Node } from 'yaml';

/** Whether a key is a plain `<<`. The parser makes a symbol of it, unless it has a tag. */
export function isMergeKey(key: Node): boolean {
  return isScalar(key) && (typeof key.value === 'symbol' || (key.value === '<<' && key.type === 'PLAIN'));
}

/** A key as a property of plain data has it; undefined when it is no text. */
export function keyName(key: Node): string | undefined {
  if (!isScalar(key) || key.value === null) return undefined;
  return typeof key.value === 'symbol' ? key.value.description : String(key.value);
}
