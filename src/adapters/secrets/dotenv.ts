import { secretName } from '../../shared/secret.ts';

/** The values of a file, or what is wrong with it, in words and without any value. */
export type ReadSecrets =
  | { readonly values: ReadonlyMap<string, string>; readonly fault?: undefined }
  | { readonly fault: string };

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const blank = /[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y;
const beginning = /[ \t]*(?:export[ \t]+)?([^\s=#'"]+)[ \t]*=[ \t]*/y;
const single = /'([^']*)'/y;
const double = /"((?:[^"\\]|\\[\s\S])*)"/y;
const bare = /[^\r\n]*/y;

/**
 * Reads lines `NAME=value`: in single quotes as they stand, in double quotes with the escapes \n \r \t \" \\ \$, both over several lines;
 * without quotes to the end of the line. What a shell and other readers of such files would take differently is refused, so that no
 * secret is cut off unseen.
 */
export function readDotenv(text: string): ReadSecrets {
  const values = new Map<string, string>();
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text) ?? undefined;
    if (match !== undefined) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    if (take(blank) !== undefined) continue;
    const line = text.slice(0, at).split('\n').length;
    const [, name = ''] = take(beginning) ?? [];
    if (!secretName.test(name)) return { fault: `line ${line} is not NAME=value` };
    if (values.has(name)) return { fault: `line ${line} gives ${name} a second time` };
    const value = valueAt(take);
    if (value === undefined)
      return { fault: `line ${line}: the value of ${name} has to stand in quotes, which end` };
    values.set(name, value);
    if (take(blank) === undefined) return { fault: `line ${line}: something follows the value of ${name}` };
  }
  return { values };
}

function valueAt(take: (pattern: RegExp) => RegExpExecArray | undefined): string | undefined {
  const literal = take(single)?.[1];
  if (literal !== undefined) return literal;
  const escaped = take(double)?.[1];
  if (escaped !== undefined)
    return escaped.replace(/\\([\s\S])/g, (_all, next: string) => escapes[next] ?? next);
  const word = take(bare)?.[0].trimEnd() ?? '';
  return /["'\\`]|(?:^|\s)#/.test(word) ? undefined : word;
}
