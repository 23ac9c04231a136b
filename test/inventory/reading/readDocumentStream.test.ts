import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readDocumentStream } from '../../../src/inventory/reading/readDocumentStream.ts';

const file = 'inventory/manifests/a.yaml';

const read = (text: string) => readDocumentStream(file, new TextEncoder().encode(text), text);

describe('files of several documents', () => {
  test('each document has its data and its places, in whatever order they are asked for', () => {
    const documents = fc.array(
      fc.record({
        before: fc.constantFrom('', '# a comment\n', '\n\n'),
        key: fc.string({ minLength: 1, unit: 'grapheme-ascii' }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(documents, (given) => {
        const lines: number[] = [];
        let text = '';
        for (const { before, key } of given) {
          text += `---\n${before}first: 1\n`;
          lines.push(text.split('\n').length);
          text += stringify({ [`k${key}`]: { value: key } }, { lineWidth: 0 });
        }
        const { value, findings } = read(text);
        expect(findings).toEqual([]);
        const places = [...value.entries()].reverse().map(([index, document]) => {
          const [, key = ''] = Object.keys(document.value as object);
          expect((document.value as Record<string, unknown>)[key]).toEqual({ value: given[index]?.key });
          return document.locate([key], 'key').line;
        });
        expect(places.reverse()).toEqual(lines);
      }),
    );
  });

  test('places of two files are not mixed up', () => {
    const one = read('a: 1\n---\nb: 2\n').value[1];
    const bytes = new TextEncoder().encode('# x\na: 1\n---\n\nb: 2\n');
    const [, other] = readDocumentStream('b.yaml', bytes, new TextDecoder().decode(bytes)).value;
    expect([one, other, one].map((document) => document?.locate(['b']))).toMatchObject([
      { file, line: 3 },
      { file: 'b.yaml', line: 5 },
      { file, line: 3 },
    ]);
  });

  test('what says nothing is no document', () => {
    for (const text of ['', '# x\n', '---\n', '---\n---\n# x\n---\n...\n'])
      expect(read(text)).toEqual({ value: [], findings: [] });
  });

  test('anchors are those of their own document', () => {
    const { findings } = read('a: &x 1\n---\nb: *x\n');
    expect(findings.map(({ code, place }) => [code, place.line])).toEqual([['PL1008', 3]]);
  });

  test('one that cannot be used hides no other', () => {
    const { value, findings } = read('a: 1\n---\nb: !x 1\n---\nc: 1\n');
    expect(value.map((each) => each.value)).toEqual([{ a: 1 }, { c: 1 }]);
    expect(findings.map(({ code }) => code)).toEqual(['PL1010']);
  });

  test('of all lines that say the same, few are told', () => {
    expect(read('a: !x 1\n---\n'.repeat(500)).findings).toHaveLength(50);
  });

  test('any text is answered', () => {
    const bits = fc.constantFrom(
      '---',
      '...',
      '\n',
      'a: ',
      '- ',
      '{',
      ']',
      '&a ',
      '*a',
      '!x ',
      '|',
      '"',
      '%',
      ' ',
      '#',
      '?',
      '\t',
      '<<: ',
      'é',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
        const { value, findings } = read(parts.join(''));
        for (const { place } of findings) expect(place.line).toBeGreaterThan(0);
        for (const document of value) expect(document.locate(['a', 0]).file).toBe(file);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['---\n', 'a: 1\n---\n', '*a\n---\n', '- &a\n', '? '])('a large file full of %j', (bit) => {
    const text = bit.repeat(Math.floor(1_000_000 / bit.length));
    expect(read(text).findings.length).toBeLessThanOrEqual(50);
  });
});
