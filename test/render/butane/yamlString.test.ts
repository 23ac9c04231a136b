import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inlineString, stringScalar } from '../../../src/render/butane/yamlString.ts';

/** Texts that are something else than a text in some version of YAML, or that break out of a naive form. */
export const nastyStrings = [
  '',
  ' ',
  'yes',
  'No',
  'ON',
  'y',
  'null',
  '~',
  'True',
  '012',
  '0o17',
  '0x1',
  '0b11',
  '1_000',
  '1e3',
  '.5',
  '.inf',
  '.NaN',
  '12:30:45',
  '2001-12-14',
  '2001-12-14t21:59:43.10-05:00',
  '<<',
  '=',
  '---',
  '...',
  '--- a',
  '# comment',
  'a # b',
  'a: b',
  'a:',
  ':a',
  '- a',
  '? a',
  '[a]',
  '{a: b}',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%YAML 1.1',
  '@a',
  '`a`',
  '"a"',
  "'a'",
  'a\\nb',
  'trailing ',
  '\tleading tab',
  'a\tb',
  'a\rb',
  'a\r\nb\r\n',
  'a\u0085b',
  'a\u2028b\nc',
  '\ufeffa',
  'a\u0000b',
  'a\u202eb\nc',
  '\u{1f600}\n\u{1f600}',
  'a\nb',
  'a\nb\n',
  'a\nb\n\n',
  'a\n\n\nb',
  '\na',
  '\n',
  '\n\n',
  ' a\nb',
  '\ta\nb',
  'a\n b\n  c',
  'a\n\tb',
  'a\n   \nb',
  'a\n   ',
  'a\n   \n',
  'a \nb \n',
  '---\na\n...\n',
  '#!/bin/sh\n# comment\nexit 0\n',
  '@@pilotlight:secret:K3S_TOKEN:1@@',
  `${'long '.repeat(400)}end`,
  'http://192.168.26.1/pilotlight',
  'console=ttyS0,115200n8',
];

const documentOf = (text: string) => `a:\n  - b: ${stringScalar(text, '      ')}\n    c: 1\n`;

describe('a string in YAML', () => {
  test.each(nastyStrings)('%j is read back by YAML 1.2 and 1.1', (text) => {
    for (const version of ['1.2', '1.1'] as const) {
      expect(parse(documentOf(text), { version })).toEqual({ a: [{ b: text, c: 1 }] });
      if (text.length < 1000)
        expect(parse(`${inlineString(text)}: 1`, { version, merge: false })).toEqual({ [text]: 1 });
    }
  });

  test('any string is read back by YAML 1.2 and 1.1', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...nastyStrings),
    );
    const text = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (each) => {
        for (const version of ['1.2', '1.1'] as const) {
          expect(parse(documentOf(each), { version })).toEqual({ a: [{ b: each, c: 1 }] });
        }
      }),
      { numRuns: 500 },
    );
  });

  test('what is harmless stays readable', () => {
    expect(inlineString('/etc/hostname')).toBe('/etc/hostname');
    expect(inlineString('console=ttyS0,115200n8')).toBe('console=ttyS0,115200n8');
    expect(inlineString('ssh-ed25519 AAAA user@host')).toBe('ssh-ed25519 AAAA user@host');
    expect(stringScalar('a\n\nb\n', '  ')).toBe('|\n  a\n\n  b');
  });
});
