import { describe, expect, test } from 'vitest';
import { readRange, sizeOf, strongTag } from '../../../src/adapters/images/headers.ts';
import { redirectTarget } from '../../../src/adapters/images/redirects.ts';

describe('a redirect', () => {
  const from = new URL('https://example.org/a/b');
  test('may be relative, or lead elsewhere', () => {
    expect(redirectTarget(from, '../c').href).toBe('https://example.org/c');
    expect(redirectTarget(from, 'https://other.org/d').href).toBe('https://other.org/d');
    expect(redirectTarget(new URL('http://example.org/'), 'https://other.org/').protocol).toBe('https:');
  });
  test.each([
    ['http://example.org/a/b', 'without TLS'],
    ['ftp://example.org/', 'no URL of HTTP'],
    [undefined, 'nowhere'],
    ['http://[', 'nowhere'],
  ])('to %s is refused', (location, said) => expect(() => redirectTarget(from, location)).toThrow(said));
});

test('headers that are not as they should be tell nothing', () => {
  expect(readRange('bytes 5-9/10')).toEqual({ from: 5, size: 10 });
  expect(readRange('bytes 5-9/*')).toEqual({ from: 5, size: undefined });
  for (const each of [undefined, '', 'bytes */10', 'bytes 5-/10', 'items 5-9/10']) {
    expect(readRange(each)).toBeUndefined();
  }
  expect([sizeOf('10'), sizeOf('-1'), sizeOf('1e3'), sizeOf(undefined)]).toEqual([
    10,
    undefined,
    undefined,
    undefined,
  ]);
  expect([strongTag('"a"'), strongTag('W/"a"'), strongTag('"a\nb"')]).toEqual(['"a"', undefined, undefined]);
});
