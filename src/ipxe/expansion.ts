/** One `${…}` of a word, with its place in it. */
export interface Reference {
  /** What stands between the braces. */
  readonly text: string;
  /** Offset of `$` in the word. */
  readonly start: number;
  /** Offset after `}`. */
  readonly end: number;
}

/** The `${…}` of a word as written, innermost first where they are nested, and whether a `${` is never closed. */
export function referencesIn(word: string): { references: Reference[]; unclosed: number | undefined } {
  const open: number[] = [];
  const references: Reference[] = [];
  for (let at = 0; at < word.length; at++) {
    if (word.startsWith('${', at)) open.push(at);
    if (word[at] !== '}') continue;
    const start = open.pop();
    if (start !== undefined) references.push({ text: word.slice(start + 2, at), start, end: at + 1 });
  }
  return { references, unclosed: open[0] };
}

/** Whether a word's value is known only when the script runs. */
export function isDynamic(word: string): boolean {
  return word.includes('${');
}

/** Why an expansion did not come to an end. */
export class EndlessExpansion extends Error {
  override readonly name = 'EndlessExpansion';
}

const mostSteps = 1_000;
const longest = 1_048_576;

/**
 * Expands the settings of one token as iPXE's `expand_settings` does: the innermost `${…}` first, over and over, so
 * values that contain `${…}` are expanded too; what is not set becomes nothing; `${` without `}` stays.
 *
 * @param value the formatted value of a setting, or undefined where it is not set
 * @throws EndlessExpansion where iPXE would hang or run out of memory: a setting whose value refers to itself
 */
export function expandSettings(word: string, value: (name: string) => string | undefined): string {
  let text = word;
  for (let step = 0; step < mostSteps; step++) {
    const end = closing(text);
    if (end === undefined) return text;
    const start = text.lastIndexOf('${', end);
    text = `${text.slice(0, start)}${value(text.slice(start + 2, end)) ?? ''}${text.slice(end + 1)}`;
    if (text.length > longest) break;
  }
  throw new EndlessExpansion(`"${word}" expands without end`);
}

/** The first `}` that has a `${` before it. */
function closing(text: string): number | undefined {
  const first = text.indexOf('${');
  if (first < 0) return undefined;
  const end = text.indexOf('}', first);
  return end < 0 ? undefined : end;
}
