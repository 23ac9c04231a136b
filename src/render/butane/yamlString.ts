/**
 * Strings in YAML such that Butane's parser (yaml.v3, which reads YAML 1.2 with much of 1.1) and any parser of YAML 1.2 read back
 * the same text. Only three forms are used, each where nothing about it is ambiguous: plain, literal block and double quotes.
 * This is not left to a library because a library's schema is either 1.1 or 1.2, and because every node's own elements pass here.
 */

/** Begins with a letter or a slash and holds nothing that means something in any version of YAML: no number, date or indicator looks so. */
const plain = /^[A-Za-z/](?:[\w ./@+=,%~^$()-]|:(?=[^ ]))*(?<! )$/;
/** Words that some version of YAML reads as a boolean, null or number (an exponent alone). */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|e[-+]?[\d_]+)$/i;
/** What must be escaped: controls, separators that some versions take for line breaks, what is not printable, and what changes the direction of text. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]/u;
const everyHidden = new RegExp(hidden, 'gu');
/** A text whose first line tells the indentation of a block: not empty, and not beginning with white space. */
const blockStart = /^[^\s].*\n/;

/** A string as one line: plain where that is safe, else in double quotes. */
export function inlineString(text: string): string {
  return plain.test(text) && !reserved.test(text) ? text : quotedString(text);
}

/**
 * A string as a scalar that may span lines: a literal block where it has more than one line and nothing hidden in it.
 * @param indentation Spaces before each line of a block.
 */
export function stringScalar(text: string, indentation: string): string {
  if (!text.includes('\n') || !blockStart.test(text) || hidden.test(text)) return inlineString(text);
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const chomping = text.endsWith('\n\n') ? '|+' : text.endsWith('\n') ? '|' : '|-';
  const lines = body.split('\n').map((line) => (line === '' ? '' : indentation + line));
  return `${chomping}\n${lines.join('\n')}`;
}

/** A string in double quotes, for any parser of YAML or of JSON. JSON's escapes are YAML's; what JSON leaves readable and YAML does not is escaped too. */
export function quotedString(text: string): string {
  return JSON.stringify(text).replace(
    everyHidden,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether a text has characters that YAML can only hold in double quotes. */
export function isHidden(text: string): boolean {
  return hidden.test(text);
}
