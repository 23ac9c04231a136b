import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { versionFindings } from '../../src/release/plan/findings.ts';
import { k3sSkew } from '../../src/release/plan/k3sSkew.ts';

const place = () => ({ file: 'inventory/site.yaml', line: 9, column: 12 });

describe('the way to another version of K3s', () => {
  test.each([
    ['v1.34.1+k3s1', 'v1.34.1+k3s2'],
    ['v1.34.1+k3s2', 'v1.34.2+k3s1'],
    ['v1.34.9+k3s1', 'v1.35.0+k3s1'],
    ['v1.35.0-rc1+k3s1', 'v1.35.0-rc2+k3s1'],
    ['v1.35.0-rc2+k3s1', 'v1.35.0+k3s1'],
    ['v1.34.1+k3s1', 'v2.0.0+k3s1'],
    ['what is this', 'v1.34.1+k3s1'],
  ])('from %s to %s is supported, or nobody knows', (from, to) => {
    expect(k3sSkew({ from, to })).toBeUndefined();
  });

  test.each([
    ['v1.33.4+k3s1', 'v1.35.2+k3s1', 'v1.34', 'v1.34'],
    ['v1.32.4+k3s1', 'v1.35.2+k3s1', 'v1.33 to v1.34', 'v1.33'],
  ])('from %s to %s leaves out %s', (from, to, left, first) => {
    expect(versionFindings({ k3s: { from, to, how: 'inPlace' } }, place)).toMatchObject([
      {
        code: 'PL4022',
        severity: 'warning',
        place: place(),
        message: `K3s goes from ${from} to ${to} and leaves out ${left}, which Kubernetes does not support`,
        hint: `go to the newest ${first} first, and on when every node is there`,
      },
    ]);
  });

  test.each([
    ['v1.35.0+k3s1', 'v1.34.9+k3s1'],
    ['v1.35.2+k3s1', 'v1.35.1+k3s1'],
    ['v1.35.2+k3s2', 'v1.35.2+k3s1'],
    ['v1.35.0+k3s1', 'v1.35.0-rc3+k3s1'],
    ['v2.0.0+k3s1', 'v1.35.0+k3s1'],
  ])('from %s to %s goes back', (from, to) => {
    expect(versionFindings({ k3s: { from, to, how: 'reimage' } }, place)).toMatchObject([
      {
        code: 'PL4023',
        message: `K3s goes back from ${from} to ${to}, which Kubernetes does not support`,
      },
    ]);
  });

  const version = fc
    .tuple(fc.nat(2), fc.nat(40), fc.nat(20), fc.option(fc.integer({ min: 1, max: 3 })), fc.nat(3))
    .map(
      ([major, minor, patch, candidate, k3s]) =>
        `v${major}.${minor}.${patch}${candidate === null ? '' : `-rc${candidate}`}+k3s${k3s}`,
    );

  test('goes back in one direction at most, and never to itself', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const back = [
          [a, b],
          [b, a],
        ].filter(([from = '', to = '']) => k3sSkew({ from, to })?.kind === 'older');
        expect(back.length).toBe(a === b ? 0 : 1);
      }),
    );
  });
});

test('no other version, no finding', () => {
  expect(versionFindings({}, place)).toEqual([]);
});
