import { type Finding, finding } from '../../shared/finding.ts';
import { maxBytes } from './limits.ts';
import { indexText, placeOf } from './position.ts';

const strict = new TextDecoder('utf-8', { fatal: true });
const lossy = new TextDecoder('utf-8');

/** Control characters that YAML does not allow, and carriage returns that end no line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\r(?!\n)/;

/** The text of a file, without byte order mark; or a finding that says why it is none. */
export function decode(file: string, bytes: Uint8Array): string | Finding {
  if (bytes.length > maxBytes) {
    const message = `the file has ${bytes.length} bytes; at most ${maxBytes} are read`;
    return finding('PL1006', { file, line: 1, column: 1 }, message);
  }
  const text = decodeText(bytes);
  if (text === undefined) return notText(file, bytes);
  const control = forbidden.exec(text);
  return control === null ? text : forbiddenCharacter(file, text, control.index);
}

/** The text of bytes, without byte order mark; undefined when they are not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

function notText(file: string, bytes: Uint8Array): Finding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return finding('PL1004', { file, line: 1, column: 1 }, 'the file is in UTF-16, not in UTF-8', {
      hint: 'save it as UTF-8: `iconv -f UTF-16 -t UTF-8` converts it',
    });
  }
  const end = firstInvalidByte(bytes);
  const sound = lossy.decode(bytes.subarray(0, end));
  const place = placeOf(indexText(file, sound), sound.length);
  const byte = (bytes[end] ?? 0).toString(16).padStart(2, '0');
  return finding('PL1004', place, `the byte 0x${byte} at offset ${end} is not UTF-8`, {
    hint: 'save the file as UTF-8',
  });
}

/**
 * Offset of the first byte that belongs to no character. Halving finds where decoding stops: a beginning is sound
 * unless the fault lies in it. A character that is cut off there begins up to three bytes before.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  let sound = 0;
  let faulty = bytes.length;
  while (sound < faulty) {
    const middle = (sound + faulty + 1) >> 1;
    if (isSoundBeginning(bytes.subarray(0, middle))) sound = middle;
    else faulty = middle - 1;
  }
  while (decodeText(bytes.subarray(0, sound)) === undefined) sound--;
  return sound;
}

/** Whether bytes are UTF-8 that may be cut off in the middle of a character. */
function isSoundBeginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function forbiddenCharacter(file: string, text: string, offset: number): Finding {
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const place = placeOf(indexText(file, text), offset);
  if (code === '000D') {
    return finding('PL1005', place, 'a carriage return (U+000D) stands alone, without a line feed', {
      hint: 'end lines with a line feed, or with carriage return and line feed',
    });
  }
  return finding('PL1005', place, `the control character U+${code} may not stand in YAML`, {
    hint: 'delete it; inside double quotes it can be written as an escape such as "\\u0007"',
  });
}
