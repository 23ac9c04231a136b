import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffMarkup } from '../../../src/report/html/diffMarkup.ts';
import { highlighted, type Language, languageOf } from '../../../src/report/html/highlight/highlight.ts';
import { scriptsInside } from '../../../src/report/html/highlight/scriptsInside.ts';
import { html } from '../../../src/report/html/markup.ts';
import { visible } from '../../../src/report/visible.ts';
import { hostileText } from '../sample.ts';

const languages: readonly Language[] = ['bash', 'ini', 'ipxe', 'json', 'yaml', 'text'];

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** What a browser shows of markup that has no elements but spans. */
function shownText(markup: string): string {
  expect(markup.replace(/<\/?span(?: class="[\w -]+")?(?: title="[\w ,:]+")?>/g, '')).not.toMatch(/[<>"]/);
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|amp));/gi,
      (_all, hexadecimal?: string, decimal?: string, name = '') =>
        named[name] ??
        String.fromCodePoint(Number.parseInt(hexadecimal ?? decimal ?? '', hexadecimal ? 16 : 10)),
    );
}

const printable = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.split('\t').map(visible).join('\t'))
    .join('\n');

describe('markup', () => {
  test('shows any text in an element and in an attribute, and nothing else comes of it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { text: markup } = html`<b title="${text}">${text}</b>`;
        expect(markup).toMatch(/^<b title="[^<>"']*">[^<>"']*<\/b>$/);
        expect(shownText(markup.slice(markup.indexOf('>') + 1, -4))).toBe(visible(text));
      }),
    );
  });

  test('cuts what nobody reads to its end, and says so', () => {
    expect(html`${'x'.repeat(5000)}`.text).toBe(`${'x'.repeat(4000)}… (1000 more characters)`);
  });
});

describe('colours', () => {
  test('change no character of a text, in any language', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...languages), (text, language) => {
        expect(shownText(highlighted(text, language).text)).toBe(
          printable(text).replace(
            /[\ue000-\uf8ff]/g,
            (each) => `<U+${each.charCodeAt(0).toString(16).toUpperCase()}>`,
          ),
        );
      }),
    );
  });

  test('put a badge in the place of a secret, whole, wherever it stands', () => {
    const marker = '@@pilotlight:secret:K3S_TOKEN:3@@';
    for (const language of languages) {
      for (const text of [`token: "${marker}"`, `a=${marker} # x`, `{"a":"x${marker}y"}`, marker]) {
        const { text: markup } = highlighted(text, language);
        expect(markup).toMatch(/<span class="secret" title="[^"]+">K3S_TOKEN v3<\/span>/);
        expect(markup).not.toContain('pilotlight:secret');
      }
    }
    expect(diffMarkup(`+${marker}`).text).toContain('>K3S_TOKEN v3</span>');
  });

  test('know scripts and units inside Butane, and iPXE', () => {
    const text = 'a:\n  inline: |\n    #!/bin/sh\n    echo 1\n\n  b: 2\ncontents: |\n  [Unit]\n  After=x\n';
    const pieces = scriptsInside(text);
    expect(pieces.map(({ language }) => language)).toEqual(['yaml', 'bash', 'yaml', 'ini']);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(highlighted('#!ipxe\nchain ${a} || exit 1\n', languageOf('boot.ipxe')).text).toBe(
      '<span class="hljs-meta">#!ipxe</span>\n<span class="hljs-keyword">chain</span> <span class="hljs-variable">${a}</span> <span class="hljs-operator">||</span> <span class="hljs-keyword">exit</span> 1\n',
    );
  });

  test('the pieces of any text are the text', () => {
    const line = fc.constantFrom(
      'inline: |',
      '  - contents: >-',
      '',
      '    x',
      '  #!/bin/sh',
      'y: 1',
      '\t',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        expect(
          scriptsInside(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
