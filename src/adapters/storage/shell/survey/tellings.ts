import { smallText } from '../smallText.ts';

/** What a survey's script told, by kind, not yet understood. */
export interface Told {
  /** Whether it came to its end. */
  readonly ended: boolean;
  /** What follows a fact's first word, in order. Facts of the lock have `lock` and a second word, or `connection`. */
  readonly facts: ReadonlyMap<string, readonly string[]>;
  /** Texts of small files, by the words that lead them. */
  readonly texts: ReadonlyMap<string, string>;
  readonly journal: readonly string[];
  /** By release. */
  readonly manifests: ReadonlyMap<string, string>;
}

/**
 * Reads the lines. Each is led by words that the script chose, and no file can put a line end into its own text, so nothing that lies on
 * the storage can pass for anything else.
 */
export function tellings(answer: Buffer): Told {
  const facts = new Map<string, string[]>();
  const texts = new Map<string, string>();
  const manifests = new Map<string, Buffer[]>();
  const journal: Buffer[] = [];
  let manifest: Buffer[] = [];
  let last = '';

  const addFact = (text: string): void => {
    const [, word = '', rest = ''] = factPattern.exec(text) ?? [];
    facts.set(word, [...(facts.get(word) ?? []), rest]);
  };
  const addLine = (line: Buffer): void => {
    const text = smallText(line);
    const [, words, mark, rest] = textPattern.exec(text) ?? [];
    if (words !== undefined) texts.set(words, `${texts.get(words) ?? ''}${rest}${mark === '+' ? '\n' : ''}`);
    else if (text.startsWith(manifestWord)) {
      manifest = [];
      manifests.set(text.slice(manifestWord.length), manifest);
    } else addFact(text);
    last = text;
  };

  for (const line of linesOf(answer)) {
    if (line.length === 0 || line[0] === colon) manifest.push(line.subarray(1));
    else if (line.subarray(0, journalWord.length).equals(journalWord)) {
      journal.push(line.subarray(journalWord.length));
      // The empty line after the journal is the journal's.
      manifest = [];
    } else addLine(line);
  }
  return {
    ended: last === 'end',
    facts,
    texts,
    journal: journalLines(journal),
    manifests: new Map([...manifests].map(([id, lines]) => [id, joined(lines)])),
  };
}

const colon = ':'.charCodeAt(0);
const manifestWord = 'manifest ';
const journalWord = Buffer.from('journal ');

/** `slot state/current.a +pilotlight-pointer …`: words, then a mark, then a line. `.` says that the file is there. */
const textPattern = /^(slot \S+|seal \S+|lock [a-z]+|release) ([.+-])(.*)$/;

const factPattern = /^(lock number|[a-z]+)(?: (.*))?$/;

function* linesOf(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}

/** After a text that ends with a line end the script's own line end makes an empty line; after another one it makes none. */
function joined(lines: readonly Buffer[]): string {
  return lines.map((line) => line.toString('utf8')).join('\n');
}

/** The first line is no whole one where the journal is longer than what is read of it. */
function journalLines(lines: readonly Buffer[]): string[] {
  const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return lines.slice(bytes >= longestJournal ? 1 : 0).map((line) => line.toString('utf8'));
}

/** Bytes of the journal that the script reads. */
const longestJournal = 65_536;
