import type { Pointer } from '../../inventory/model/provenance.ts';
import type { TranslationEntry } from './report.ts';
import { type Section, sectionAt, sectionPath, sections } from './section.ts';
import type { PlannedElement, TranslationPlan } from './translationPlan.ts';

/** What the translator answers for a mini configuration: raw elements by section, as the translator's port has it. */
export interface RawParts {
  readonly sections: Readonly<Record<string, readonly string[]>>;
  readonly entries: readonly TranslationEntry[];
}

/** One element, translated: can be kept, and used for every node that has it. */
export interface TranslatedElement {
  /** The raw JSON of the official translator; empty when it leaves the element out, as it does with an empty object. */
  readonly raw: string;
  /** The unit that the translator made to mount a file system; empty when there is none. */
  readonly mountUnit: string;
  /** What the translator warns of, with paths inside the element. */
  readonly entries: readonly TranslationEntry[];
}

/** Ignition's name of a section of Butane. */
export function ignitionSection(section: Section): string {
  return section === 'kernel_arguments' ? 'kernelArguments' : section;
}

/** Whether the translator makes a unit of an element, to mount its file system. */
function hasMountUnit({ element }: PlannedElement): boolean {
  return element.section === 'storage.filesystems' && element.value.with_mount_unit === true;
}

/**
 * Tells which raw part is of which element of a mini configuration, by memo key. Undefined when they do not add up, when there is an
 * error, or when an entry is about no single element: then the node is to be translated as a whole, which says everything.
 */
export function readParts(
  elements: readonly PlannedElement[],
  parts: RawParts,
): ReadonlyMap<string, TranslatedElement> | undefined {
  if (parts.entries.some(({ severity }) => severity === 'error')) return undefined;
  const queues = new Map(Object.entries(parts.sections).map(([name, raws]) => [name, [...raws]]));
  const take = (section: string) => queues.get(section)?.shift() ?? '';
  const mountUnits = elements.filter(hasMountUnit).map(() => take('systemd.units'));
  const entries = entriesByElement(elements, parts.entries);
  if (entries === undefined) return undefined;
  const translated = elements.map((planned): readonly [string, TranslatedElement] => [
    planned.key,
    {
      raw: take(ignitionSection(planned.element.section)),
      mountUnit: hasMountUnit(planned) ? (mountUnits.shift() ?? '') : '',
      entries: entries.get(planned) ?? [],
    },
  ]);
  queues.delete('ignition');
  const addsUp =
    [...queues.values()].every((left) => left.length === 0) &&
    translated.every(([, { raw }], index) => raw !== '' || isObject(elements[index])) &&
    elements.every((planned, index) => !hasMountUnit(planned) || translated[index]?.[1].mountUnit !== '');
  return addsUp ? new Map(translated) : undefined;
}

function isObject(planned: PlannedElement | undefined): boolean {
  return planned !== undefined && sections[planned.element.section].kind === 'object';
}

function entriesByElement(
  elements: readonly PlannedElement[],
  entries: readonly TranslationEntry[],
): ReadonlyMap<PlannedElement, readonly TranslationEntry[]> | undefined {
  const found = new Map<PlannedElement, TranslationEntry[]>();
  for (const entry of entries) {
    const section = sectionAt(entry.path);
    if (section === undefined) return undefined;
    const ofSection = elements.filter(({ element }) => element.section === section);
    const [index, rest] = withinSection(section, entry.path);
    const planned = ofSection[index];
    if (planned === undefined) return undefined;
    found.set(planned, [...(found.get(planned) ?? []), { ...entry, path: rest, line: 0 }]);
  }
  return found;
}

/** A path of the configuration as the index of an element in its section and a path in it. */
function withinSection(section: Section, path: Pointer): readonly [number, Pointer] {
  const rest = path.slice(sectionPath(section).length);
  return sections[section].kind === 'list' ? [Number(rest[0]), rest.slice(1)] : [0, rest];
}

/** What the translator warns of in a whole configuration that is put together, with paths in its Butane. */
export function assembledEntries(
  plan: TranslationPlan,
  translated: (key: string) => TranslatedElement | undefined,
): TranslationEntry[] {
  const counts = new Map<Section, number>();
  return plan.elements.flatMap(({ element: { section }, key }) => {
    const index = counts.get(section) ?? 0;
    counts.set(section, index + 1);
    const stem = [...sectionPath(section), ...(sections[section].kind === 'list' ? [index] : [])];
    return (translated(key)?.entries ?? []).map((entry) => ({ ...entry, path: [...stem, ...entry.path] }));
  });
}
