import { isMapping, type Mapping } from './data.ts';
import { inlineString, stringScalar } from './yamlString.ts';

/** Fields that Butane reads as file modes: they are written in octal, as people know them. */
const modes = new Set(['mode', 'file_mode', 'dir_mode']);

/**
 * A mapping as lines of block YAML, each ended by a newline.
 * @param indentation Spaces before each line.
 */
export function mappingText(mapping: Mapping, indentation: string): string {
  let text = '';
  for (const [key, value] of Object.entries(mapping)) {
    if (value !== undefined)
      text += `${indentation}${inlineString(key)}:${fieldText(key, value, indentation)}`;
  }
  return text;
}

/** A mapping as one item of a list: its first line begins with a dash. */
export function itemText(item: unknown, indentation: string): string {
  const inner = `${indentation}  `;
  if (isMapping(item) && Object.keys(item).length > 0) {
    return `${indentation}- ${mappingText(item, inner).slice(inner.length)}`;
  }
  if (Array.isArray(item) && item.length > 0) {
    return `${indentation}- ${listText(item, inner).slice(inner.length)}`;
  }
  return `${indentation}- ${scalarText('', item, inner)}\n`;
}

function listText(list: readonly unknown[], indentation: string): string {
  return list.map((item) => itemText(item, indentation)).join('');
}

/** What follows the colon of a field, the newline included. */
function fieldText(key: string, value: unknown, indentation: string): string {
  const inner = `${indentation}  `;
  if (Array.isArray(value) && value.length > 0) return `\n${listText(value, inner)}`;
  if (isMapping(value) && Object.keys(value).length > 0) return `\n${mappingText(value, inner)}`;
  return ` ${scalarText(key, value, inner)}\n`;
}

/** A scalar, or an empty collection. */
function scalarText(key: string, value: unknown, indentation: string): string {
  if (typeof value === 'string') return stringScalar(value, indentation);
  if (typeof value === 'number') return numberText(key, value);
  if (Array.isArray(value)) return '[]';
  return isMapping(value) ? '{}' : String(value);
}

function numberText(key: string, value: number): string {
  if (modes.has(key) && Number.isInteger(value) && value >= 0)
    return `0${value.toString(8).padStart(3, '0')}`;
  if (Number.isNaN(value)) return '.nan';
  return Number.isFinite(value) ? String(value) : value < 0 ? '-.inf' : '.inf';
}
