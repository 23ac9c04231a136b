import { parse } from 'yaml';
import { escapeHidden } from './jsonText.ts';

/**
 * A value as YAML in one line: `192.168.26.1`, `[a, b]`, `{ secret: K3S_TOKEN }`. A text that is not plainly a text is
 * quoted as JSON does, with everything hidden in it escaped, so that the line is safe to print and to parse.
 */
export function yamlFlow(value: unknown): string {
  if (typeof value === 'string') return isPlain(value) ? value : escapeHidden(JSON.stringify(value));
  if (Array.isArray(value)) return `[${value.map(yamlFlow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return flowMap(Object.entries(value));
  return JSON.stringify(value) ?? 'null';
}

function flowMap(entries: readonly (readonly [string, unknown])[]): string {
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([key, each]) => `${yamlFlow(key)}: ${yamlFlow(each)}`).join(', ')} }`;
}

const plainCharacters = /^[A-Za-z0-9_./][A-Za-z0-9_./@+=:-]*$/;

/** Whether a text stands for itself without quotes, for readers of YAML 1.2 and of 1.1 (`no`, `1:30`). */
function isPlain(text: string): boolean {
  if (!plainCharacters.test(text)) return false;
  return parse(text) === text && parse(text, { version: '1.1' }) === text;
}
