/**
 * Text that cannot drive a terminal: control characters become their pictures (`␛`), whatever reorders or hides text
 * becomes its code point (`<U+202E>`), and half of a surrogate pair the replacement character. Printable text stays as
 * it is. Newlines are control characters too: the answer is one line.
 */
export function visible(text: string): string {
  return onlyPlain.test(text) ? text : text.replace(hidden, shown);
}

/** The same for a text of several lines of ours: its newlines stay. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** Most texts need no closer look. */
const onlyPlain = /^[\u0020-\u007e]*$/;

/** Controls, formatting characters (direction, zero width, tags), separators of lines, noncharacters, and letters that are blank. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u115f\u1160\u3164\uffa0]/gu;

const firstControlPicture = 0x2400;

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(firstControlPicture + code);
  if (code === 0x7f) return '␡';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
