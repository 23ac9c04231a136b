import { describe, expect, test } from 'vitest';
import { didYouMean, isOtherSpelling } from '../../../src/inventory/shape/closest.ts';

const names = ['installDisk', 'macs', 'mtu', 'role', 'address'];

describe('didYouMean', () => {
  test.each([
    ['adress', 'address'],
    ['instalDisk', 'installDisk'],
    ['install_disk', 'installDisk'],
    ['INSTALLDISK', 'installDisk'],
    ['mac', 'macs'],
    ['rôle', 'role'],
    ['wheels', undefined],
    ['x', undefined],
    ['', undefined],
    ['y'.repeat(100_000), undefined],
  ])('%s: %s', (written, meant) => {
    expect(didYouMean(written, names)).toBe(meant);
  });

  test('nothing to choose from', () => {
    expect(didYouMean('a', [])).toBeUndefined();
  });
});

test('isOtherSpelling', () => {
  expect(isOtherSpelling('install-disk', 'installDisk')).toBe(true);
  expect(isOtherSpelling('installDisk', 'installDisk')).toBe(false);
  expect(isOtherSpelling('instalDisk', 'installDisk')).toBe(false);
});
