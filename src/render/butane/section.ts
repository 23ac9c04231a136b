/** How the elements of a section are told apart: by which of their fields. An object section is one element. */
export type SectionShape =
  | { readonly kind: 'object' }
  | { readonly kind: 'list'; readonly keys: readonly string[] };

/**
 * The sections of a Butane configuration (fcos 1.7.0) in the order in which they are written, with what Ignition tells
 * the elements of each list apart by. Source: butane/base/v0_7/schema.go and the `Key` methods in config/v3_6/types of Ignition 2.27.0;
 * trees, which are Butane's own, have no key there: the folder and where it goes stand for one.
 */
export const sections = {
  ignition: { kind: 'object' },
  kernel_arguments: { kind: 'object' },
  boot_device: { kind: 'object' },
  grub: { kind: 'object' },
  'passwd.users': { kind: 'list', keys: ['name'] },
  'passwd.groups': { kind: 'list', keys: ['name'] },
  'storage.disks': { kind: 'list', keys: ['device'] },
  'storage.raid': { kind: 'list', keys: ['name'] },
  'storage.luks': { kind: 'list', keys: ['name'] },
  'storage.filesystems': { kind: 'list', keys: ['device'] },
  'storage.directories': { kind: 'list', keys: ['path'] },
  'storage.files': { kind: 'list', keys: ['path'] },
  'storage.links': { kind: 'list', keys: ['path'] },
  'storage.trees': { kind: 'list', keys: ['local', 'path'] },
  'systemd.units': { kind: 'list', keys: ['name'] },
} as const satisfies Record<string, SectionShape>;

/** Name of a section, as its path with dots: `storage.files`. */
export type Section = keyof typeof sections;

/** All sections, in the order in which they are written. */
export const sectionNames = Object.keys(sections) as readonly Section[];

/** Sections that share one name space: the file system. A path may be in one of them only. */
export const pathSections: readonly Section[] = ['storage.directories', 'storage.files', 'storage.links'];

/** The path of a section in a Butane document: `['storage', 'files']`. */
export function sectionPath(section: Section): readonly string[] {
  return section.split('.');
}

/** The section at a path of a Butane document, or undefined. */
export function sectionAt(path: readonly (string | number)[]): Section | undefined {
  for (const length of [1, 2]) {
    const name = path.slice(0, length).join('.');
    if (path.length >= length && Object.hasOwn(sections, name)) return name as Section;
  }
  return undefined;
}
