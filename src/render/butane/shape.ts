import { sha256 } from '../../shared/digest.ts';
import { isMapping, type Mapping } from './data.ts';
import type { Element } from './element.ts';
import { mappingText } from './yamlText.ts';

const shapes = new WeakMap<Element, string>();

/**
 * A digest of an element without what the translator treats element by element: contents of files and units (only
 * whether they are empty matters to the rest), kernel arguments, and the device of a disk or file system.
 */
export function elementShape(element: Element): string {
  const known = shapes.get(element);
  if (known !== undefined) return known;
  const shape = sha256(`${element.section}\n${mappingText(masked(element), '')}`);
  shapes.set(element, shape);
  return shape;
}

function masked({ section, value }: Element): Mapping {
  switch (section) {
    case 'storage.files':
      return isMapping(value.contents) ? { ...value, contents: maskFields(value.contents, 'inline') } : value;
    case 'systemd.units':
      return { ...maskFields(value, 'contents'), ...maskDropins(value.dropins) };
    case 'storage.disks':
    case 'storage.filesystems':
      return maskFields(value, 'device');
    case 'kernel_arguments':
      return Object.fromEntries(
        Object.entries(value).map(([field, list]) => [field, Array.isArray(list) && list.length > 0]),
      );
    default:
      return value;
  }
}

function maskDropins(dropins: unknown): Mapping {
  if (!Array.isArray(dropins)) return {};
  return { dropins: dropins.map((each: unknown) => (isMapping(each) ? maskFields(each, 'contents') : each)) };
}

/** A text becomes a word that says only that it is one; an empty one stays. */
function maskFields(value: Mapping, field: string): Mapping {
  return typeof value[field] === 'string' && value[field] !== '' ? { ...value, [field]: 'masked' } : value;
}
