import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/shared/failure.ts';
import { Redaction } from '../../src/shared/redact.ts';

/** A redaction that knows some values. */
function knowing(...values: string[]): Redaction {
  const redaction = new Redaction();
  for (const value of values) redaction.add(value);
  return redaction;
}

describe('a value that was noted', () => {
  test('is in no text, in whatever form it is commonly written', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', minLength: 4 })
          .filter((value) => !'***'.includes(value) && value.trim().length > 3),
        fc.string(),
        (value, around) => {
          const text = knowing(value).text(
            [
              value,
              JSON.stringify(value),
              encodeURIComponent(value.toWellFormed()),
              Buffer.from(value).toString('base64'),
            ].join(around),
          );
          expect(text).not.toContain(value);
          expect(text).toContain('***');
        },
      ),
    );
  });

  test('is hidden line by line, the longest form first', () => {
    expect(knowing('first line\n  second').text('x first line y second z')).toBe('x *** y *** z');
    expect(knowing('abcd', 'abcdefgh').text('abcdefgh abcd')).toBe('*** ***');
  });

  test('is told once to whoever keeps a log', () => {
    const told: string[] = [];
    const redaction = new Redaction((form) => void told.push(form));
    redaction.add('a"b\\c');
    redaction.add('a"b\\c');
    expect(told).toEqual(['a"b\\c', 'a\\"b\\\\c', 'a%22b%5Cc', 'YSJiXGM']);
  });

  test('of a few letters hides nothing, as it would hide everything', () => {
    expect(knowing('a').text('a banana')).toBe('a banana');
  });
});

describe('an error', () => {
  test('keeps what it says but for the value', () => {
    const failure = new Failure('refused', 'no hunter2 here', {
      next: 'use hunter2',
      cause: new Error('hunter2'),
    });
    const error = knowing('hunter2').error(failure) as Failure;
    expect(error).toMatchObject({ kind: 'refused', message: 'no *** here', next: 'use ***' });
    expect(error.cause).toBeUndefined();
  });

  test('keeps its name and its code, also when it is none', () => {
    const abort = Object.assign(new Error('hunter2'), { name: 'AbortError', code: 'E' });
    const error = knowing('hunter2').error(abort);
    expect(error).toMatchObject({ name: 'AbortError', message: '***', code: 'E' });
    expect(error.stack).not.toContain('hunter2');
    expect(knowing('hunter2').error('hunter2')).toMatchObject({ message: '***' });
  });
});
