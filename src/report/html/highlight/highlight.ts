import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import yaml from 'highlight.js/lib/languages/yaml';
import { visible } from '../../visible.ts';
import { each, entities, html, type Markup, trusted } from '../markup.ts';
import { ipxe } from './ipxe.ts';
import { scriptsInside } from './scriptsInside.ts';
import { hideMarkers, showMarkers } from './secretBadges.ts';

hljs.registerLanguage('bash', bash);
hljs.registerLanguage('ini', ini);
hljs.registerLanguage('ipxe', ipxe);
hljs.registerLanguage('json', json);
hljs.registerLanguage('yaml', yaml);

/** What a text is written in. */
export type Language = 'bash' | 'ini' | 'ipxe' | 'json' | 'yaml' | 'text';

/** The language of a rendered file, by its name. */
export function languageOf(path: string): Language {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return endings[ending] ?? 'text';
}

const endings: Readonly<Record<string, Language>> = {
  bu: 'yaml',
  conf: 'ini',
  ign: 'json',
  ipxe: 'ipxe',
  json: 'json',
  service: 'ini',
  sh: 'bash',
  yaml: 'yaml',
  yml: 'yaml',
};

/** A text in colours, with a badge in the place of each secret. Scripts and units inside Butane have theirs. */
export function highlighted(text: string, language: Language): Markup {
  const { hidden, names } = hideMarkers(printable(text));
  const pieces: readonly { text: string; language: Language }[] =
    language === 'yaml' ? scriptsInside(hidden) : [{ language, text: hidden }];
  return html`${each(pieces, (piece) => trusted(showMarkers(coloured(piece.text, piece.language), names)))}`;
}

function coloured(text: string, language: Language): string {
  return language === 'text'
    ? entities(text)
    : hljs.highlight(text, { language, ignoreIllegals: true }).value;
}

/** Line breaks and tabs are what they are; all else that hides or reorders is shown. */
function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.split('\t').map(visible).join('\t'))
    .join('\n');
}
