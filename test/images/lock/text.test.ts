import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lockChanges } from '../../../src/images/lock/changes.ts';
import { type LockContent, readLock, sortLock } from '../../../src/images/lock/content.ts';
import { lockText } from '../../../src/images/lock/text.ts';

const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const digits = fc.constantFrom('1'.repeat(64), `${'1'.repeat(40)}e${'1'.repeat(23)}`, `0x${'1'.repeat(62)}`);
const url = fc
  .string({ unit: fc.constantFrom(...'abc/%&=:#-_.,\'"{}[]!|>*@`'), minLength: 1, maxLength: 20 })
  .map((path) => `https://example.org/${path}x`);
const file = fc.record(
  { url, sha256: fc.oneof(hash, digits), size: fc.nat(), signature: url },
  { requiredKeys: ['url', 'sha256'] },
);
const architecture = fc.constantFrom('x86_64' as const, 'aarch64' as const);
const name = fc.constantFrom('snponly.efi' as const, 'ipxe.efi' as const);
const version = fc.nat({ max: 3 }).map((each) => `44.2026010${each}.3.0`);
const content: fc.Arbitrary<LockContent> = fc.record({
  coreos: fc.uniqueArray(
    fc.record(
      {
        stream: fc.constantFrom('stable', 'next', 'null', 'on'),
        version,
        architecture,
        kernel: file,
        initramfs: file,
        rootfs: file,
        metalImage: file,
      },
      { requiredKeys: ['stream', 'version', 'architecture', 'kernel', 'initramfs', 'rootfs'] },
    ),
    { selector: (entry) => `${entry.stream} ${entry.version} ${entry.architecture}`, maxLength: 5 },
  ),
  k3s: fc.uniqueArray(
    fc.record(
      {
        version: fc.constantFrom('v1.34.1+k3s1', 'v1.35.2+k3s1'),
        architecture,
        binary: file,
        installScript: file,
      },
      { requiredKeys: ['version', 'architecture', 'binary'] },
    ),
    { selector: (entry) => `${entry.version} ${entry.architecture}`, maxLength: 3 },
  ),
  ipxe: fc.uniqueArray(
    fc.record(
      { architecture, name, url, sha256: hash, size: fc.nat() },
      { requiredKeys: ['architecture', 'name', 'url', 'sha256'] },
    ),
    { selector: (entry) => `${entry.name} ${entry.architecture}`, maxLength: 3 },
  ),
});

describe('the text of a lock', () => {
  test('says what it was made from, sorted, whatever stood there before', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const first = lockText(before, undefined);
        expect(readLock(first)).toEqual(sortLock(before));
        const second = lockText(after, first);
        expect(readLock(second)).toEqual(sortLock(after));
        expect(lockText(after, second)).toBe(second);
        expect(lockChanges(readLock(second), after)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  const kernel = { url: 'https://example.org/kernel', sha256: 'a'.repeat(64) };
  const entry = {
    stream: 'stable',
    version: '44.20260101.3.0',
    architecture: 'x86_64',
    kernel,
    initramfs: kernel,
    rootfs: kernel,
  } as const;

  test('keeps comments, also when an entry gets another version', () => {
    const text = lockText({ coreos: [entry], k3s: [], ipxe: [] }, undefined)
      .replace('coreos:', '# Ours.\ncoreos:')
      .replace('    kernel:', '    # Tested on shelf 1.\n    kernel:');
    const next = lockText({ coreos: [{ ...entry, version: '44.20260202.3.0' }], k3s: [], ipxe: [] }, text);
    expect(next).toBe(text.replace('44.20260101.3.0', '44.20260202.3.0'));
  });

  test.each(['coreos: [', '- a list', 'a: &x 1\ncoreos: *y\n', ''])(
    'is made anew in place of %j',
    (broken) => {
      const text = lockText({ coreos: [entry], k3s: [], ipxe: [] }, `# Ours.\n${broken}`);
      expect(readLock(text).coreos).toEqual([entry]);
      expect(text).toMatch(/^# /);
    },
  );
});
