import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

/** The serial console of a machine. */
export class Console {
  #raw = '';
  #errors = '';
  #ended = false;
  readonly #watchers = new Set<() => void>();

  constructor(child: ChildProcessByStdio<null, Readable, Readable>) {
    child.stdout.setEncoding('latin1').on('data', (text: string) => {
      this.#raw += text;
      this.#tell();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text;
    });
    child.once('close', () => {
      this.#ended = true;
      this.#tell();
    });
  }

  /** Everything printed so far, without the codes that move a terminal's cursor. */
  get text(): string {
    return stripVTControlCharacters(this.#raw).replaceAll('\r', '\n');
  }

  /** The first match of a pattern, as soon as it is printed. Fails with what was printed when it never comes. */
  async until(pattern: RegExp, milliseconds = 240_000): Promise<RegExpExecArray> {
    const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
    const look = (): void => {
      const match = pattern.exec(this.text);
      if (match !== null) resolve(match);
      else if (this.#ended) reject(this.#missing(pattern, 'the machine ended'));
    };
    const limit = setTimeout(() => reject(this.#missing(pattern, 'time is up')), milliseconds);
    this.#watchers.add(look);
    look();
    try {
      return await promise;
    } finally {
      clearTimeout(limit);
      this.#watchers.delete(look);
    }
  }

  #tell(): void {
    for (const look of this.#watchers) look();
  }

  #missing(pattern: RegExp, why: string): Error {
    const printed = this.text.replace(/[^\S\n]{3,}/g, ' ').replace(/\n\s*\n/g, '\n');
    return new Error(
      `${why} and nothing matches ${pattern}; printed:\n${printed.slice(-6000)}${this.#errors}`,
    );
  }
}
