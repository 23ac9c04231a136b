import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonErrorAt } from '../../../src/lint/ignition/jsonError.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('jsonErrorAt', () => {
  test.each([
    ['{"a":1,}', 7],
    ['{a:1}', 1],
    ['[1 2]', 3],
    ['[1,]', 3],
    ['{"a" 1}', 5],
    ['{"a":}', 5],
    ['[}', 1],
    ['{} x', 3],
    ['"open', 0],
    ['[01]', 1],
    ['', 0],
    ['{"a":[1', 7],
    [`["${'x'.repeat(5_000_000)}", ]`, 5_000_005],
    ['// comment\n{}', 0],
  ])('%.20s: %d', (text, offset) => {
    expect(jsonErrorAt(text)).toBe(offset);
  });

  test('agrees with JSON.parse on JSON that was changed a little', () => {
    const changed = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '}', ']', '"', ':', '{', '1', ' ', '\\'),
    );
    fc.assert(
      fc.property(changed, ([json, where, put]) => {
        const at = where % (json.length + 1);
        const text = json.slice(0, at) + put + json.slice(at + (put === '' ? 1 : 0));
        expect(jsonErrorAt(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});
