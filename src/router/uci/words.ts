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
 * a comment and `;` ends a command. Its keyword stands bare, with a blank behind it.
 */
export function* readCommands(text: string): Generator<Command> {
  const reader = new WordReader(text);
  while (!reader.atEnd()) {
    const line = reader.line;
    const keyword = reader.keyword();
    if (keyword === undefined) continue;
    const words = [keyword];
    let problem: string | undefined;
    for (let word = reader.next(); word !== undefined; word = reader.next()) {
      words.push(word.text);
      problem ??= word.problem;
    }
    yield problem === undefined ? { line, words } : { line, words, problem };
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
  /** Whether the command before ended with a semicolon: libuci then wants another one on the line. */
  #goesOn = false;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    return this.#position >= this.#text.length;
  }

  /** The first word of a command, up to the next blank; undefined on a line that has none, which is passed. */
  keyword(): string | undefined {
    while (isBlank(this.#current())) this.#position++;
    if (this.#current() === '#') {
      this.#goesOn = false;
      this.#skipLine();
    }
    if (this.atEnd() || (this.#current() === '\n' && !this.#goesOn)) {
      this.#take();
      return undefined;
    }
    this.#goesOn = false;
    let word = '';
    while (!' \t\n'.includes(this.#current())) word += this.#take();
    return word;
  }

  /** The next word of a command; undefined at its end, which is passed. */
  next(): Word | undefined {
    while (isBlank(this.#current())) this.#position++;
    const character = this.#current();
    if (character === '#') this.#skipLine();
    if (this.atEnd() || this.#current() === '\n' || this.#current() === ';') {
      this.#goesOn = this.#take() === ';';
      return undefined;
    }
    return this.#word();
  }

  #word(): Word {
    const start = this.#position;
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
    // libuci ends a bare word where the semicolon stands, which puts an end to the whole line.
    if (this.#current() === ';' && this.#position - start === text.length) this.#skipLine();
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

  #skipLine(): void {
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
