import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCount, parseRecord, recordLine } from '../../src/deploy/record.ts';
import { sha256 } from '../../src/shared/digest.ts';

const fields = fc.array(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '-', '%', ' ', '\n', '\0', "'")),
  {
    maxLength: 8,
  },
);

describe('a record', () => {
  test('is one line of words that sh can read, with the sum of all before it', () => {
    const line = recordLine('pointer', ['7', 'abc', '', '-', 'a b', 'é', "'"]);
    const content = 'pilotlight-pointer 1 7 abc - %2D a%20b %C3%A9 %27';
    expect(line).toBe(`${content} ${sha256(content)}\n`);
  });

  test('comes back as it was, whatever its fields are', () => {
    fc.assert(
      fc.property(fields, (each) => {
        const line = recordLine('seal', each);
        expect(line).toMatch(/^[!-~ ]+\n$/);
        expect(parseRecord('seal', line)).toEqual(each);
      }),
    );
  });

  test('is void with one byte of it changed, wherever', () => {
    const line = recordLine('pointer', ['7', 'a'.repeat(64), '-', '']);
    for (let at = 0; at < line.length; at++) {
      for (const byte of ['\0', '\n', '\r', ' ', '-', '%', '0', '1', 'a', 'b', 'F', '\u{ff}']) {
        if (line[at] === byte) continue;
        const changed = line.slice(0, at) + byte + line.slice(at + 1);
        expect(parseRecord('pointer', changed), changed).toBeUndefined();
      }
    }
  });

  test('is void when it is cut off, wherever, and when anything follows or precedes it', () => {
    fc.assert(
      fc.property(fields, fc.nat(), fc.string({ minLength: 1 }), (each, cut, more) => {
        const line = recordLine('owner', each);
        expect(parseRecord('owner', line.slice(0, cut % line.length))).toBeUndefined();
        expect(parseRecord('owner', line + more)).toBeUndefined();
        expect(parseRecord('owner', more + line)).toBeUndefined();
      }),
    );
  });

  test.each([
    ['with the line end of Windows', (line: string) => line.replace('\n', '\r\n')],
    ['without its line end', (line: string) => line.trimEnd()],
    ['twice', (line: string) => line + line],
    ['followed by NULs, as a file system leaves them', (line: string) => line + '\0'.repeat(512)],
    ['followed by the rest of a longer line', (line: string) => `${line}beef\n`],
    ['with its sum in capitals', (line: string) => line.toUpperCase()],
    ['of another kind', (line: string) => line.replace('pointer', 'seal')],
  ])('is void %s', (_name, change) => {
    const line = recordLine('pointer', ['7', 'abcdef', '']);
    expect(parseRecord('pointer', line)).toEqual(['7', 'abcdef', '']);
    expect(parseRecord('pointer', change(line))).toBeUndefined();
  });

  test('is void when its sum holds but its words are not written in the one way', () => {
    for (const word of ['%61', '%c3%a9', '%', '%zz', '%FF', 'é', "'", '']) {
      const content = `pilotlight-pointer 1 ${word}`;
      expect(parseRecord('pointer', `${content} ${sha256(content)}\n`), word).toBeUndefined();
    }
  });

  test('is void when it is of a later form, or longer than any record is', () => {
    const later = 'pilotlight-pointer 2 7';
    expect(parseRecord('pointer', `${later} ${sha256(later)}\n`)).toBeUndefined();
    expect(parseRecord('pointer', recordLine('pointer', ['x'.repeat(20_000)]))).toBeUndefined();
  });

  test('is not seen in garbage', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(parseRecord('pointer', text)).toBeUndefined();
      }),
    );
  });
});

describe('a whole number', () => {
  test.each([
    ['0', 0],
    ['7', 7],
    [`${Number.MAX_SAFE_INTEGER}`, Number.MAX_SAFE_INTEGER],
  ])('%s', (field, number) => {
    expect(parseCount(field)).toBe(number);
  });

  test.each([
    '',
    '-1',
    '+1',
    '01',
    '1.0',
    '1e3',
    ' 1',
    '1\n',
    '0x1',
    '9007199254740992',
    '99999999999999999',
    'NaN',
    '١',
  ])('%j is none', (field) => {
    expect(parseCount(field)).toBeUndefined();
  });
});
