import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSource, textFrom } from '../../../src/lint/ignition/dataUrl.ts';

function text(source: string, compression?: string): string | undefined {
  const decoded = decodeSource(source, compression);
  return decoded.kind === 'bytes' ? textFrom(decoded.bytes) : undefined;
}

describe('data: URLs', () => {
  test('percent encoding, as Butane writes it', () => {
    expect(text('data:,a%0Ab%2C%C3%A4')).toBe('a\nb,ä');
  });

  test('any text survives percent encoding and base64, with and without gzip', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        fc.pre(!value.includes('\0'));
        const base64 = Buffer.from(value).toString('base64');
        expect(text(`data:,${encodeURIComponent(value)}`)).toBe(value);
        expect(text(`data:text/plain;charset=utf-8;base64,${base64}`)).toBe(value);
        expect(text(`data:;base64,${gzipSync(value).toString('base64')}`, 'gzip')).toBe(value);
      }),
    );
  });

  test('anything at all is answered', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(undefined, 'gzip', 'x'), (value, compression) => {
        expect(['bytes', 'broken']).toContain(decodeSource(`data:${value}`, compression).kind);
      }),
    );
  });

  test('other schemes are elsewhere', () => {
    expect(decodeSource('https://example.com/a', undefined)).toEqual({ kind: 'elsewhere' });
  });

  test('a gzip bomb is refused', () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64');
    expect(decodeSource(`data:;base64,${bomb}`, 'gzip').kind).toBe('broken');
  });
});
