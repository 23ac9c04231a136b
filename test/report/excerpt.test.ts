import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/report/excerpt.ts';
import { hostileText } from './sample.ts';

/** The line and its underline, as they are printed. */
function drawn(line: string, column: number, endColumn?: number, width = 40): string[] {
  const { text, start, length } = excerpt(line, column, endColumn, width);
  return [text, ' '.repeat(start) + '^'.repeat(length)];
}

describe('excerpts of source lines', () => {
  test.each<[string, string, number, number | undefined, string[]]>([
    ['a plain line', 'key: value', 6, 11, ['key: value', '     ^^^^^']],
    ['one column when the end is not known', 'key: value', 6, undefined, ['key: value', '     ^']],
    ['a tab before', '\tkey:\tvalue', 7, 12, ['    key:    value', '            ^^^^^']],
    ['a tab inside', 'a\tb', 1, 4, ['a   b', '^^^^^']],
    ['wide characters', '名前: 値', 5, 6, ['名前: 値', '      ^^']],
    ['an emoji of two units', '😀: x', 5, 6, ['😀: x', '    ^']],
    ['an escape sequence', 'a: \x1b[2Jb', 4, 9, ['a: ␛[2Jb', '   ^^^^^']],
    ['a direction mark', 'a: \u202eb', 4, 6, ['a: <U+202E>b', '   ^^^^^^^^^']],
    ['a column behind the end', 'abc', 9, 12, ['abc', '   ^']],
    ['an empty line', '', 1, 2, ['', '^']],
    ['column 0', 'abc', 0, undefined, ['abc', '^']],
  ])('underline %s', (_name, line, column, endColumn, expected) => {
    expect(drawn(line, column, endColumn)).toEqual(expected);
  });

  test('cut long lines around the column', () => {
    const line = `${'a'.repeat(100)}TARGET${'b'.repeat(100)}`;
    expect(drawn(line, 101, 107, 30)).toEqual(['…aaaaaaaaaaTARGETbbbbbbbbbbbb…', '           ^^^^^^']);
    expect(drawn(line, 1, 3, 30)).toEqual([`${'a'.repeat(28)}…`, '^^']);
    expect(drawn(line, 205, 207, 30)).toEqual(['…bbbbbbbbbbbb', '           ^^']);
    expect(drawn(line, 101, 207, 30)).toEqual([
      '…aaaaaaaaaaTARGETbbbbbbbbbbbb…',
      `           ${'^'.repeat(18)}`,
    ]);
  });

  test('never are wider than asked for, nor is the underline', () => {
    fc.assert(
      fc.property(
        fc.array(hostileText, { maxLength: 20 }).map((texts) => texts.join('')),
        fc.integer({ min: 1, max: 400 }),
        fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
        fc.integer({ min: 20, max: 120 }),
        (line, column, endColumn, width) => {
          const { text, start, length } = excerpt(line, column, endColumn, width);
          expect(stringWidth(text)).toBeLessThanOrEqual(width);
          expect(start + length).toBeLessThanOrEqual(width + 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('look at no more of a very long line than they show', () => {
    const { text } = excerpt('x'.repeat(50_000_000), 25_000_000, 25_000_001, 80);
    expect(text).toHaveLength(80);
  });
});
