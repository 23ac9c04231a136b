import { entities } from '../markup.ts';

const marker = /@@pilotlight:secret:([A-Za-z_][A-Za-z0-9_]{0,99}):(\d{1,9})@@/g;

/** Characters that no text has a meaning for: one stands for each secret while a text is coloured, so that no colour cuts it. */
const first = 0xe000;
const last = 0xf8ff;
const standIns = /[\ue000-\uf8ff]/g;

/** A text with one character in the place of each marker, and the names that those stand for. */
export interface HiddenMarkers {
  readonly hidden: string;
  readonly names: readonly string[];
}

/** Takes the markers of secrets out of a text. Stand-ins that were in it already are shown as what they are. */
export function hideMarkers(text: string): HiddenMarkers {
  const names: string[] = [];
  const hidden = text.replace(standIns, codePoint).replace(marker, (whole, name: string, version: string) => {
    const shown = version === '1' ? name : `${name} v${version}`;
    const known = names.indexOf(shown);
    if (known >= 0) return String.fromCharCode(first + known);
    if (first + names.length > last) return whole;
    names.push(shown);
    return String.fromCharCode(first + names.length - 1);
  });
  return { hidden, names };
}

/** Puts a badge in the place of each stand-in. */
export function showMarkers(markup: string, names: readonly string[]): string {
  return names.length === 0
    ? markup
    : markup.replace(standIns, (character) => secretBadge(names[character.charCodeAt(0) - first] ?? ''));
}

/** What stands for a secret wherever it would be. */
export function secretBadge(name: string): string {
  return `<span class="secret" title="a secret: its value is in no report and no release">${entities(name)}</span>`;
}

function codePoint(character: string): string {
  return `<U+${character.charCodeAt(0).toString(16).toUpperCase()}>`;
}
