import type { Reason } from './plan.ts';

type Element = Readonly<Record<string, unknown>>;

/** The lists of an Ignition configuration (spec 3.6.0) whose elements have a name of their own: where, its key, and what a person calls it. */
const namedLists = [
  { path: ['storage', 'files'], key: 'path', noun: 'file' },
  { path: ['storage', 'directories'], key: 'path', noun: 'directory' },
  { path: ['storage', 'links'], key: 'path', noun: 'link' },
  { path: ['storage', 'disks'], key: 'device', noun: 'disk' },
  { path: ['storage', 'filesystems'], key: 'device', noun: 'file system' },
  { path: ['storage', 'luks'], key: 'name', noun: 'encrypted volume' },
  { path: ['storage', 'raid'], key: 'name', noun: 'RAID' },
  { path: ['systemd', 'units'], key: 'name', noun: 'unit' },
  { path: ['passwd', 'users'], key: 'name', noun: 'user' },
  { path: ['passwd', 'groups'], key: 'name', noun: 'group' },
] as const;

/** Sections without names, compared whole. Kernel arguments are told from the manifest's records. */
const wholeSections = ['ignition'] as const;

/**
 * What differs between two Ignition configurations, in words: `file /etc/hostname: contents`, `unit a.service added`.
 * Ignition rather than Butane is compared, because it is JSON in one normal form and reads a hundred times as fast.
 * Answers one general reason when a text is not JSON.
 */
export function configurationReasons(before: string, after: string): Reason[] {
  if (before === after) return [];
  const old = parseObject(before);
  const now = parseObject(after);
  if (old === undefined || now === undefined) return [reason('configuration changed')];
  return [
    ...namedLists.flatMap(({ path: [section, list], key, noun }) =>
      elementReasons(elementsByName(old, section, list, key), elementsByName(now, section, list, key), noun),
    ),
    ...wholeSections
      .filter((section) => !equal(old[section], now[section]))
      .map((section) => reason(`section ${section} changed`)),
  ];
}

function elementReasons(
  before: ReadonlyMap<string, Element>,
  after: ReadonlyMap<string, Element>,
  noun: string,
): Reason[] {
  const reasons: Reason[] = [];
  for (const [name, element] of after) {
    const old = before.get(name);
    if (old === undefined) reasons.push(reason(`${noun} ${name} added`));
    else if (!equal(old, element)) {
      reasons.push(reason(`${noun} ${name}: ${changedKeys(old, element).join(', ')}`));
    }
  }
  for (const name of before.keys()) {
    if (!after.has(name)) reasons.push(reason(`${noun} ${name} removed`));
  }
  return reasons;
}

function changedKeys(before: Element, after: Element): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !equal(before[key], after[key])).sort();
}

function elementsByName(
  config: Element,
  section: string,
  list: string,
  key: string,
): ReadonlyMap<string, Element> {
  const elements = (config[section] as Element | undefined)?.[list];
  if (!Array.isArray(elements)) return new Map();
  return new Map(elements.filter(isObject).map((element) => [String(element[key]), element]));
}

function parseObject(text: string): Element | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The translator writes keys in one order, so equal values are equal texts. */
function equal(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function reason(text: string): Reason {
  return { about: 'configuration', text };
}
