import type { SectionReference, UciPackage, UciSection } from './section.ts';

/** What the names of our own sections begin with. */
export const ownPrefix = 'pilotlight_';

/** Whether a section is ours to change and remove. */
export function isOwn(section: UciSection): section is UciSection & { readonly name: string } {
  return section.name?.startsWith(ownPrefix) === true;
}

/** How a section of a package is called: by its name, or `@type[index]`. */
export function referenceTo({ sections }: UciPackage, section: UciSection): SectionReference {
  if (section.name !== undefined) return section.name;
  const index = sections.filter(({ type }) => type === section.type).indexOf(section);
  return `@${section.type}[${index}]`;
}

/** The section that is called so; undefined where there is none. */
export function findSection({ sections }: UciPackage, reference: SectionReference): UciSection | undefined {
  const [, type, index] = /^@(.+)\[(\d+)\]$/.exec(reference) ?? [];
  if (type === undefined) return sections.find(({ name }) => name === reference);
  return sections.filter((section) => section.type === type)[Number(index)];
}
