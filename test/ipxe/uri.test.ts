import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUriString, encodeUriString, imageNameOf, resolveUri } from '../../src/ipxe/uri.ts';

const base = 'http://r:8080/a/b/boot.ipxe?x=y';

test.each([
  ['c.ipxe', 'http://r:8080/a/b/c.ipxe'],
  ['./c.ipxe', 'http://r:8080/a/b/c.ipxe'],
  ['../c.ipxe', 'http://r:8080/a/c.ipxe'],
  ['../../../c', 'http://r:8080/c'],
  ['c/../d', 'http://r:8080/a/b/c/../d'],
  ['/c', 'http://r:8080/c'],
  ['c?z=1', 'http://r:8080/a/b/c?z=1'],
  ['?z=1', 'http://r:8080/a/b/boot.ipxe?z=1'],
  ['', base],
  ['http://s/d', 'http://s/d'],
  ['c##params', 'http://r:8080/a/b/c'],
  ['.hidden', 'http://r:8080/a/b/.hidden'],
  ['..', 'http://r:8080/a/'],
  ['tftp://t/x', 'tftp://t/x'],
  ['iscsi:t::::x', 'iscsi:t::::x'],
])('%j resolves to %s', (relative, url) => {
  expect(resolveUri(base, relative)).toBe(url);
});

test('a base without a path, and no base', () => {
  expect(resolveUri('http://r', 'c')).toBe('http://r/c');
  expect(resolveUri(undefined, 'c/d')).toBe('c/d');
});

test.each([
  ['http://r/a/initramfs.img?x=/y', 'initramfs.img'],
  ['http://r/a%20b', 'a b'],
  ['http://r/a/', ''],
  ['http://r', undefined],
  ['main', 'main'],
])('the image of %s is named %j', (uri, name) => {
  expect(imageNameOf(uri)).toBe(name);
});

test('uristring keeps every text, and nothing in it has a meaning in a URL', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const encoded = encodeUriString(new TextEncoder().encode(text));
      expect(encoded).toMatch(/^(?:[^\s/#:@?=&+%]|%[0-9A-F]{2})*$/);
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(decodeUriString(encoded))).toBe(
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
      );
    }),
  );
});
