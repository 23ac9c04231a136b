import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packCache, packFile } from '../../../src/adapters/cache/packCache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes entries in one run, as a process would. */
function remember(entries: Record<string, string>): void {
  const cache = packCache(pack());
  for (const [key, value] of Object.entries(entries)) cache.put(key, value);
  cache.close();
}

const pack = () => packFile(folder, 'test');

describe('the pack cache', () => {
  test('answers in a later run what was put in an earlier one', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary' })),
        (entries) => {
          remember(entries);
          const later = packCache(pack());
          for (const [key, value] of Object.entries(entries)) expect(later.get(key)).toBe(value);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('answers within the same run', () => {
    const cache = packCache(pack());
    cache.put('a', 'one');
    expect(cache.get('a')).toBe('one');
    expect(cache.get('b')).toBeUndefined();
  });

  test('a cut anywhere loses entries but never gives a wrong one, and later entries are kept', () => {
    const entries = { a: 'first value\nof two lines', b: 'second', c: 'third' };
    remember(entries);
    const whole = readFileSync(pack());
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(pack(), whole);
      truncateSync(pack(), length);
      remember({ d: 'after the cut' });
      const cache = packCache(pack());
      for (const [key, value] of Object.entries(entries))
        expect([value, undefined]).toContain(cache.get(key));
      expect(cache.get('d')).toBe('after the cut');
    }
  });

  test('a changed byte makes an entry missing', () => {
    remember({ a: 'install this' });
    writeFileSync(pack(), readFileSync(pack(), 'utf8').replace('this', 'that'));
    expect(packCache(pack()).get('a')).toBeUndefined();
  });

  test('noise between the lines does no harm', () => {
    remember({ a: 'one' });
    appendFileSync(pack(), '\u0000\u0001 not a line\n\n  \n');
    remember({ b: 'two' });
    const cache = packCache(pack());
    expect([cache.get('a'), cache.get('b')]).toEqual(['one', 'two']);
  });

  test('a large pack of which a run uses little is written again with what was used', () => {
    const large = 'x'.repeat(1024 * 1024);
    remember(Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`key${n}`, large])));
    const cache = packCache(pack());
    cache.get('key3');
    cache.put('new', 'fresh');
    cache.close();
    expect(statSync(pack()).size).toBeLessThan(1.1 * 1024 * 1024);
    const later = packCache(pack());
    expect([later.get('key3')?.length, later.get('new'), later.get('key4')]).toEqual([
      large.length,
      'fresh',
      undefined,
    ]);
  });

  test('a folder that cannot be written is no failure', () => {
    writeFileSync(join(folder, 'file'), '');
    const cache = packCache(join(folder, 'file', 'below', 'test.pack'));
    cache.put('a', 'one');
    expect(() => cache.close()).not.toThrow();
  });
});
