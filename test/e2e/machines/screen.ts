import { stripVTControlCharacters } from 'node:util';

/** What a machine prints on its serial console, over all of its starts. Who waits for something waits for what was not waited for yet. */
export class Screen {
  #text = '';
  #from = 0;
  readonly #watchers = new Set<() => void>();

  add(text: string): void {
    this.#text += stripVTControlCharacters(text).replaceAll('\r', '\n');
    for (const look of this.#watchers) look();
  }

  /** Everything so far. */
  get text(): string {
    return this.#text;
  }

  /** The first match after what was waited for before. Fails with what was printed when it does not come. */
  async until(pattern: RegExp, milliseconds = 1_200_000): Promise<RegExpExecArray> {
    const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
    const look = (): void => {
      const match = pattern.exec(this.#text.slice(this.#from));
      if (match === null) return;
      this.#from += match.index + match[0].length;
      resolve(match);
    };
    const late = (): void => {
      const printed = this.#text
        .slice(this.#from)
        .replace(/[^\S\n]{3,}/g, ' ')
        .replace(/\n\s*\n/g, '\n');
      reject(new Error(`time is up and nothing matches ${pattern}; printed since:\n${printed.slice(-6000)}`));
    };
    const limit = setTimeout(late, milliseconds);
    this.#watchers.add(look);
    look();
    try {
      return await promise;
    } finally {
      clearTimeout(limit);
      this.#watchers.delete(look);
    }
  }

  /** What was printed since what was waited for last. */
  get rest(): string {
    return this.#text.slice(this.#from);
  }
}
