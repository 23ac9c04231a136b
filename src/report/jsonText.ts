/**
 * JSON, indented, with a newline at its end. Characters that could drive or deceive a terminal are escaped, so that it
 * may be printed as well as parsed.
 */
export function jsonText(value: unknown): string {
  return `${escapeHidden(JSON.stringify(value, null, 2))}\n`;
}

/** JSON's own escapes cover C0 controls and lone surrogates; these are the others that `visible` shows. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u115f\u1160\u3164\uffa0]/gu;

/** Escapes hidden characters of a JSON text that has its line breaks, and `##[`, which is a command for a runner of GitHub Actions. */
export function escapeHidden(json: string): string {
  return json
    .replace(hidden, (character) => (character === '\n' ? character : escapeUnits(character)))
    .replaceAll('##[', '#\\u0023[');
}

function escapeUnits(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}
