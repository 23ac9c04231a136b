import { isMapping, type Mapping } from './data.ts';
import { inlineString, stringScalar } from './yamlString.ts';

/** Fields whose numbers are written in octal. */
export type OctalFields = ReadonlySet<string>;

/** Fields that Butane reads as file modes: they are written in octal, as people know them. */
const modes: OctalFields = new Set(['mode', 'file_mode', 'dir_mode']);

/**
 * A mapping as lines of block YAML, each ended by a newline.
 * @param indentation Spaces before each line.
 */
export function mappingText(mapping: Mapping, indentation: string, octal: OctalFields = modes): string {
  let text = '';
  for (const [key, value] of Object.entries(mapping)) {
    if (value !== undefined)
      text += `${indentation}${inlineString(key)}:${fieldText(key, value, indentation, octal)}`;
  }
  return text;
}

/** A mapping as one item of a list: its first line begins with a dash. */
export function itemText(item: unknown, indentation: string, octal: OctalFields = modes): string {
  const inner = `${indentation}  `;
  if (isMapping(item) && Object.keys(item).length > 0) {
    return `${indentation}- ${mappingText(item, inner, octal).slice(inner.length)}`;
  }
  if (Array.isArray(item) && item.length > 0) {
    return `${indentation}- ${listText(item, inner, octal).slice(inner.length)}`;
  }
  return `${indentation}- ${scalarText('', item, inner, octal)}\n`;
}

function listText(list: readonly unknown[], indentation: string, octal: OctalFields): string {
  return list.map((item) => itemText(item, indentation, octal)).join('');
}

/** What follows the colon of a field, the newline included. */
function fieldText(key: string, value: unknown, indentation: string, octal: OctalFields): string {
  const inner = `${indentation}  `;
  if (Array.isArray(value) && value.length > 0) return `\n${listText(value, inner, octal)}`;
  if (isMapping(value) && Object.keys(value).length > 0) return `\n${mappingText(value, inner, octal)}`;
  return ` ${scalarText(key, value, inner, octal)}\n`;
}

/** A scalar, or an empty collection. */
function scalarText(key: string, value: unknown, indentation: string, octal: OctalFields): string {
  if (typeof value === 'string') return stringScalar(value, indentation);
  if (typeof value === 'number') return numberText(value, octal.has(key));
  if (Array.isArray(value)) return '[]';
  return isMapping(value) ? '{}' : String(value);
}

function numberText(value: number, octal: boolean): string {
  if (octal && Number.isInteger(value) && value >= 0) return `0${value.toString(8).padStart(3, '0')}`;
  if (Number.isNaN(value)) return '.nan';
  return Number.isFinite(value) ? String(value) : value < 0 ? '-.inf' : '.inf';
}
