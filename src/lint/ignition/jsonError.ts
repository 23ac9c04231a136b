const blank = /[ \t\r\n]*/y;
const mark = /[{}[\],:]/y;
const literal = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
/** A piece of a string: characters that are not control characters of ASCII, or an escape. */
const piece = /(?:[^"\\\p{Cc}]|[\u007f-\u009f])+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy;

/** What may come next, beside the end: a value, a key, a colon, or what follows a value. */
type Expecting = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'comma';

/**
 * The offset at which a text stops being JSON (RFC 8259), or undefined when it is JSON. `JSON.parse` tells the
 * offset of some mistakes only, and Ignition's validator of none.
 */
export function jsonErrorAt(text: string): number | undefined {
  const open: string[] = [];
  let expecting: Expecting = 'value';
  for (let at = matchEnd(blank, text, 0) ?? 0; ; ) {
    if (at >= text.length) return open.length === 0 && expecting === 'comma' ? undefined : at;
    const end = tokenEnd(text, at);
    const next: Expecting | undefined =
      end === undefined ? undefined : step(text.slice(at, at + 1), expecting, open);
    if (end === undefined || next === undefined) return at;
    expecting = next;
    at = matchEnd(blank, text, end) ?? end;
  }
}

function tokenEnd(text: string, at: number): number | undefined {
  if (text[at] === '"') return stringEnd(text, at + 1);
  return matchEnd(mark, text, at) ?? matchEnd(literal, text, at);
}

function stringEnd(text: string, from: number): number | undefined {
  let at: number | undefined = from;
  while (at !== undefined && text[at] !== '"') at = matchEnd(piece, text, at);
  return at === undefined ? undefined : at + 1;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** What may come after a token, given by its first character; undefined when it may not stand here. Opens and closes brackets. */
function step(first: string, expecting: Expecting, open: string[]): Expecting | undefined {
  if (first === '}' || first === ']') return close(first, expecting, open);
  if (first === ':') return expecting === 'colon' ? 'value' : undefined;
  if (first === ',') return afterComma(expecting, open);
  if (expecting === 'key' || expecting === 'keyOrEnd') return first === '"' ? 'colon' : undefined;
  if (expecting !== 'value' && expecting !== 'valueOrEnd') return undefined;
  if (first !== '{' && first !== '[') return 'comma';
  open.push(first);
  return first === '{' ? 'keyOrEnd' : 'valueOrEnd';
}

function afterComma(expecting: Expecting, open: readonly string[]): Expecting | undefined {
  if (expecting !== 'comma' || open.length === 0) return undefined;
  return open.at(-1) === '{' ? 'key' : 'value';
}

function close(bracket: '}' | ']', expecting: Expecting, open: string[]): Expecting | undefined {
  const empty = bracket === '}' ? 'keyOrEnd' : 'valueOrEnd';
  if (expecting !== 'comma' && expecting !== empty) return undefined;
  return open.pop() === (bracket === '}' ? '{' : '[') ? 'comma' : undefined;
}
