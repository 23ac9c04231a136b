import type { TranslationEntry } from './report.ts';
import type { Section } from './section.ts';
import { assembledEntries, ignitionSection, type TranslatedElement } from './translatedParts.ts';
import type { TranslationPlan } from './translationPlan.ts';

/** What every configuration begins with: Butane 1.7.0 becomes Ignition 3.6.0. */
const head = '"ignition":{"version":"3.6.0"}';

/** The objects of an Ignition configuration and their lists, in the official order. Source: config/v3_6/types/schema.go of Ignition 2.27.0. */
const order: readonly (readonly [string, readonly Section[]])[] = [
  ['passwd', ['passwd.groups', 'passwd.users']],
  [
    'storage',
    ['storage.directories', 'storage.disks', 'storage.files', 'storage.filesystems', 'storage.links'],
  ],
  ['systemd', ['systemd.units']],
];

/**
 * Puts a node's Ignition together from its translated elements, byte for byte as the official translator writes the whole. Undefined when
 * a part is missing or the plan is not separable.
 * @param translated Answers what is remembered under a key.
 */
export function assemble(
  plan: TranslationPlan,
  translated: (key: string) => TranslatedElement | undefined,
): string | undefined {
  if (!plan.separable) return undefined;
  const raws = new Map<Section, string[]>();
  const mountUnits: string[] = [];
  for (const { element, key } of plan.elements) {
    const part = translated(key);
    if (part === undefined) return undefined;
    const list = raws.get(element.section) ?? [];
    raws.set(element.section, list);
    if (part.raw !== '') list.push(part.raw);
    if (part.mountUnit !== '') mountUnits.push(part.mountUnit);
  }
  raws.set('systemd.units', [...mountUnits, ...(raws.get('systemd.units') ?? [])]);
  const [kernelArguments] = raws.get('kernel_arguments') ?? [];
  const objects = order.flatMap(([name, lists]) => {
    const members = lists.flatMap((section) => listText(section, raws.get(section) ?? []));
    return members.length === 0 ? [] : [`"${name}":{${members.join(',')}}`];
  });
  const top = [
    head,
    ...(kernelArguments === undefined ? [] : [`"kernelArguments":${kernelArguments}`]),
    ...objects,
  ];
  return `{${top.join(',')}}`;
}

function listText(section: Section, raws: readonly string[]): string[] {
  const name = ignitionSection(section).split('.').at(-1) ?? '';
  return raws.length === 0 ? [] : [`"${name}":[${raws.join(',')}]`];
}

/**
 * Whether what was put together is what the translation of the whole is, text and warnings alike. Asked once for each shape;
 * when it is not, all configurations of that shape are to be translated as a whole.
 * @param whole The whole, translated without `strict`.
 */
export function provesShape(
  plan: TranslationPlan,
  translated: (key: string) => TranslatedElement | undefined,
  whole: { readonly ignition?: string; readonly entries: readonly TranslationEntry[] },
): boolean {
  const entries = assembledEntries(plan, translated);
  return assemble(plan, translated) === whole.ignition && sameEntries(entries, whole.entries);
}

function sameEntries(a: readonly TranslationEntry[], b: readonly TranslationEntry[]): boolean {
  const text = (entries: readonly TranslationEntry[]) =>
    entries
      .map(({ severity, path, message }) => JSON.stringify([severity, path, message]))
      .sort()
      .join('\n');
  return text(a) === text(b);
}
