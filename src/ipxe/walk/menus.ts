/** One entry of a menu; separators have no name. */
interface Item {
  readonly name: string;
  readonly isDefault: boolean;
}

/** The menus that scripts made, by name; the unnamed one is the default. */
export class Menus {
  readonly #menus = new Map<string, Item[]>();

  create(name: string): void {
    this.#menus.set(name, []);
  }

  delete(name: string): void {
    this.#menus.delete(name);
  }

  /** Adds an entry; answers false where there is no such menu. */
  add(menu: string, item: Item): boolean {
    const items = this.#menus.get(menu);
    items?.push(item);
    return items !== undefined;
  }

  /** What is chosen when nobody touches a key until the time is up: the default, or else the first entry. */
  untouched(menu: string, preferred: string | undefined): string | undefined {
    const items = this.#menus.get(menu) ?? [];
    const item =
      items.find(({ name }) => name === preferred) ?? items.find(({ isDefault }) => isDefault) ?? items[0];
    return item?.name;
  }
}
