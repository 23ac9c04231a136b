import { describe, expect, test } from 'vitest';
import { didYouMean, isOtherSpelling, nearest } from '../../src/shared/nearest.ts';

const names = ['installDisk', 'macs', 'mtu', 'role', 'address'];

describe('nearest', () => {
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
    expect(nearest(written, names)).toBe(meant);
  });

  test('nothing to choose from', () => {
    expect(nearest('a', [])).toBeUndefined();
  });
});

test('a hint is a question', () => {
  expect(didYouMean('adress', names)).toBe('did you mean address?');
  expect(didYouMean('wheels', names)).toBeUndefined();
});

test('isOtherSpelling', () => {
  expect(isOtherSpelling('install-disk', 'installDisk')).toBe(true);
  expect(isOtherSpelling('installDisk', 'installDisk')).toBe(false);
  expect(isOtherSpelling('instalDisk', 'installDisk')).toBe(false);
});
