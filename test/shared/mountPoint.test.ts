import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMountPoint, unescapeMountPoint } from '../../src/shared/mountPoint.ts';

test('every mount point comes back from how the kernel writes it, without white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => {
      expect(unescapeMountPoint(escapeMountPoint(path))).toBe(path);
      expect(escapeMountPoint(path)).not.toMatch(/[ \t\n]/);
    }),
  );
});
