import type { UciPackage, UciSection, UciValue } from './section.ts';

type GrowingSection = UciSection & { readonly options: Map<string, UciValue> };

interface GrowingPackage extends UciPackage {
  readonly sections: GrowingSection[];
}

/** Puts packages together line by line, with libuci's rules for what is said twice. Its methods answer why something cannot be done. */
export class PackageBuilder {
  readonly #packages: GrowingPackage[] = [];
  readonly #fileName: string;
  #section: GrowingSection | undefined;

  /** @param fileName the package of sections that stand before any `package` line */
  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  packages(): UciPackage[] {
    return this.#packages;
  }

  openPackage(name: string): string | undefined {
    this.closeSection();
    if (this.#packages.some((other) => other.name === name)) return `the package ${name} is there twice`;
    this.#packages.push({ name, sections: [] });
    return undefined;
  }

  /** A section whose name is there already goes on. */
  openSection(type: string, name: string | undefined): string | undefined {
    if (this.#packages.length === 0) this.openPackage(this.#fileName);
    const sections = this.#packages.at(-1)?.sections ?? [];
    const known = name === undefined ? undefined : sections.find((section) => section.name === name);
    if (known !== undefined && known.type !== type) {
      return `the section ${name} is of the type ${known.type} already`;
    }
    this.#section = known ?? { type, name, options: new Map() };
    if (known === undefined) sections.push(this.#section);
    return undefined;
  }

  /** What follows belongs to no section, until another one is opened. */
  closeSection(): void {
    this.#section = undefined;
  }

  /** An empty value says nothing. A new one takes the option to the end of its section. */
  setOption(name: string, value: string): string | undefined {
    const options = this.#section?.options;
    if (options === undefined) return noSection;
    if (value === '' || options.get(name) === value) return undefined;
    options.delete(name);
    options.set(name, value);
    return undefined;
  }

  /** A list that begins with a plain option takes its value over. */
  addToList(name: string, value: string): string | undefined {
    const options = this.#section?.options;
    if (options === undefined) return noSection;
    const before = options.get(name);
    if (typeof before === 'string') options.delete(name);
    options.set(name, [...(typeof before === 'string' ? [before] : (before ?? [])), value]);
    return undefined;
  }
}

const noSection = 'it belongs to no section';
