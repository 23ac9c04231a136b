import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../../src/shared/finding.ts';
import { read } from './read.ts';

/** Pieces of YAML that mean something to its parser, so that random texts get somewhere. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'{}[],:&*!|>\'"%@`?-#\t\n ',
    '\r\n',
    '---\n',
    '...\n',
    ': ',
    '- ',
    '? ',
    '<<: ',
    '\n  ',
    '\n\t',
  ),
  fc.constantFrom(
    '&a ',
    '*a',
    '!!set ',
    '!!map ',
    '!<x> ',
    '%YAML 1.1\n',
    '|2-\n',
    'a: ',
    '\u0000',
    '\u2028',
    '\ufeff',
    '\r',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const yaml = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

function isInside(place: Place, text: string): boolean {
  const line = text.replace(/^\ufeff/, '').split('\n')[place.line - 1];
  const end = place.endColumn ?? place.column;
  return line !== undefined && place.column >= 1 && place.column <= end && end <= line.length + 1;
}

describe('hostile files', () => {
  test('any bytes are answered, and every finding has a place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { value, findings } = read(bytes);
        expect(value === undefined).toBe(findings.length > 0 && value === undefined);
        for (const { place } of findings) expect(place.line * place.column).toBeGreaterThan(0);
        if (value === undefined) expect(findings).not.toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('any text: every place lies inside of the file', () => {
    fc.assert(
      fc.property(yaml, (text) => {
        const { value, findings } = read(text);
        if (value === undefined) expect(findings).not.toEqual([]);
        const places = findings.flatMap(({ place, related = [] }) => [
          place,
          ...related.map((each) => each.place),
        ]);
        for (const place of places) expect([place, isInside(place, text)]).toEqual([place, true]);
      }),
      { numRuns: 4000 },
    );
  });

  test('any value is found again where it is written', () => {
    const key = fc.string({ unit: fc.constantFrom(...'ab0_é𝕏 :#'), minLength: 1, maxLength: 6 });
    const leaf = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.integer(), fc.boolean());
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 3 }), fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const document = read(text).value;
        expect(document?.value).toEqual(value);
        for (const [pointer, part] of parts(value)) {
          const place = document?.locate(pointer) ?? { line: 0, column: 0 };
          const line = text.split('\n')[place.line - 1] ?? '';
          expect(
            JSON.stringify(part, null, indent).startsWith(
              line.slice(place.column - 1, place.column + 1).slice(0, 1),
            ),
          ).toBe(true);
        }
      }),
    );
  });

  test.each([
    ['quotes', '"'],
    ['apostrophes', "'"],
    ['exclamation marks', '!'],
    ['ampersands', '&'],
    ['asterisks', '*'],
    ['closing brackets', '] '],
    ['colons', 'a:'],
    ['flow pairs', '[a: b,'],
    ['block scalars', 'a: |\n'],
    ['directives', '%a\n'],
    ['documents', '---\n'],
    ['comments', '#\n'],
    ['escapes', '"\\x'],
    ['question marks', '? a\n'],
    ['anchors', 'a: &x 1\n'],
    ['commas', '[,'],
  ])('a file full of %s', (_name, text) => {
    const { value, findings } = read(text.repeat(Math.floor(200_000 / text.length)));
    expect(value === undefined ? findings.length : 1).toBeGreaterThan(0);
  });
});

function* parts(
  value: unknown,
  pointer: readonly (string | number)[] = [],
): Generator<[readonly (string | number)[], unknown]> {
  if (pointer.length > 0) yield [pointer, value];
  if (value === null || typeof value !== 'object') return;
  for (const [key, each] of Object.entries(value)) {
    yield* parts(each, [...pointer, Array.isArray(value) ? Number(key) : key]);
  }
}
