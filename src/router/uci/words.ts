/** A command of a configuration file: a line, or a part of one that ends with a semicolon. */
export interface Command {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** Its words without their quotes. */
  readonly words: readonly string[];
  /** Why it cannot be read. */
  readonly problem?: string;
}

/**
 * The commands of a text, with words quoted as libuci takes them: single quotes take everything literally, double quotes and bare words
 * know the backslash, quoted values may span lines, a backslash at the end of a line goes on with the next, `#` outside of quotes begins
 * a comment and `;` ends a command.
 */
export function* readCommands(text: string): Generator<Command> {
  const reader = new WordReader(text);
  while (!reader.atEnd()) {
    const line = reader.line;
    const words: string[] = [];
    let problem: string | undefined;
    for (let word = reader.next(); word !== undefined; word = reader.next()) {
      words.push(word.text);
      problem ??= word.problem;
    }
    if (words.length > 0) yield problem === undefined ? { line, words } : { line, words, problem };
  }
}

interface Word {
  readonly text: string;
  readonly problem?: string;
}

/** Goes through a text word by word. */
class WordReader {
  /** Counted from 1. */
  line = 1;
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    return this.#position >= this.#text.length;
  }

  /** The next word of a command; undefined at its end, which is passed. */
  next(): Word | undefined {
    while (isBlank(this.#current())) this.#position++;
    const character = this.#current();
    if (character === '#') this.#skipComment();
    if (this.atEnd() || this.#current() === '\n' || this.#current() === ';') {
      this.#take();
      return undefined;
    }
    return this.#word();
  }

  #word(): Word {
    let text = '';
    while (!this.#atWordEnd()) {
      const character = this.#current();
      if (character === "'" || character === '"') {
        const quoted = this.#quoted(character);
        if (quoted === undefined)
          return { text, problem: `a value that begins with ${character} never ends` };
        text += quoted;
      } else if (character === '\\') text += this.#escaped();
      else text += this.#take();
    }
    return { text };
  }

  #atWordEnd(): boolean {
    const character = this.#current();
    return (
      character === '' || character === '\n' || character === '#' || character === ';' || isBlank(character)
    );
  }

  /** What stands between quotes; undefined where they are never closed. */
  #quoted(quote: string): string | undefined {
    this.#take();
    let text = '';
    while (this.#current() !== quote) {
      if (this.atEnd()) return undefined;
      text += quote === '"' && this.#current() === '\\' ? this.#escaped() : this.#take();
    }
    this.#take();
    return text;
  }

  /** What a backslash stands for: the next character as it is, or nothing at the end of a line. */
  #escaped(): string {
    this.#take();
    if (this.#text.startsWith('\r\n', this.#position)) this.#take();
    const character = this.#take();
    return character === '\n' ? '' : character;
  }

  #skipComment(): void {
    const end = this.#text.indexOf('\n', this.#position);
    this.#position = end < 0 ? this.#text.length : end;
  }

  #current(): string {
    return this.#text.charAt(this.#position);
  }

  #take(): string {
    const character = this.#current();
    if (character === '\n') this.line++;
    this.#position++;
    return character;
  }
}

/** What C calls a space, apart from the end of a line. */
function isBlank(character: string): boolean {
  return character !== '' && ' \t\r\v\f'.includes(character);
}
