import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inlineString, stringScalar } from '../../../src/render/butane/yamlString.ts';
import { nastyStrings } from './nastyStrings.ts';

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
