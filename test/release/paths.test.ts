import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathFault } from '../../src/release/paths.ts';

describe('paths of a release', () => {
  test.each(['boot.ipxe', 'nodes/a-b.example/config.bu', 'ipxe/by-mac/52-54-00-00-00-10.ipxe'])(
    'takes %s',
    (path) => {
      expect(pathFault(path)).toBeUndefined();
    },
  );

  test.each([
    ['', 'is empty'],
    ['/etc/passwd', 'is absolute'],
    ['a//b', 'has an empty part'],
    ['a/', 'has an empty part'],
    ['../a', 'has the part ..'],
    ['a/../../b', 'has the part ..'],
    ['./a', 'has the part .'],
    ['a\\..\\b', 'has a character that not every file system takes'],
    ['C:/x', 'has a character that not every file system takes'],
    ['a\n', 'has a character that not every file system takes'],
    ['a b', 'has a character that not every file system takes'],
    ['a.', 'has a part that ends with a full stop, which vfat drops'],
    ['x/AUX.ipxe', 'has the part AUX.ipxe, which Windows takes for a device'],
    ['a/'.repeat(300), 'is longer than 400 characters'],
  ])('refuses %j', (path, fault) => {
    expect(pathFault(path)).toBe(fault);
  });

  test('what it takes stays inside the folder', () => {
    const part = fc.constantFrom('..', '.', 'a', '', 'b.c', '...', '~', '%2e%2e', '\0');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const path = parts.join('/');
        if (pathFault(path) !== undefined) return;
        expect(posix.resolve('/release', path)).toBe(`/release/${path}`);
      }),
    );
  });
});
