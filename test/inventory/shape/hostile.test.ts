import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/inventory/model/document.ts';
import { checkShape } from '../../../src/inventory/shape/checkShape.ts';
import { knownKeys, schemasAt } from '../../../src/inventory/shape/schema.ts';
import { shape } from './shape.ts';

const kinds = ['site', 'node', 'imagesLock'] as const;
const keys = kinds.flatMap((kind) => knownKeys(schemasAt(kind, {}, [])));
const key = fc.oneof(
  fc.constantFrom(
    ...keys,
    'secret',
    'method',
    'file',
    'device',
    'version',
    'set',
    'match',
    'labels',
    'url',
    'windows',
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'a/b~c', ''),
  fc.string({ maxLength: 4 }),
);
const leaf = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    7.5,
    1e300,
    '',
    'yes',
    'redfish',
    'ipmi',
    'http',
    'dhcp',
    '10.0.0.1',
    'server',
  ),
  fc.string(),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
  ),
}));

describe('any plain data', () => {
  test.each(kinds)('as %s: no crash, and a place and a sentence for each finding', (kind) => {
    fc.assert(
      fc.property(fc.dictionary(key, tree, { maxKeys: 6 }), (value) => {
        const document: Document = { file: 'f', value, locate: () => ({ file: 'f', line: 1, column: 1 }) };
        for (const { message, hint = '' } of checkShape(document, kind)) {
          expect(message).not.toMatch(/undefined|NaN|\[object|[\n\r]|\.$/);
          expect(hint).not.toMatch(/undefined|NaN|\[object|[\n\r]/);
          expect(message.length).toBeLessThan(400);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('texts that make patterns go back and forth are answered', () => {
    const hostile = [
      `ssh-ed25519 ${'ssh-rsa A '.repeat(20_000)}\n`,
      `${'a '.repeat(50_000)}\n`,
      `http://${'a'.repeat(100_000)} `,
      `${'a-'.repeat(50_000)}`,
      `${'1.'.repeat(50_000)}`,
      `${'a/'.repeat(50_000)}!`,
      `/dev/${'a'.repeat(100_000)} `,
    ];
    const text = JSON.stringify({
      macs: hostile,
      address: hostile[4],
      hostname: hostile[3],
      timezone: hostile[5],
      installDisk: hostile[6],
      ntp: hostile,
      console: hostile,
      overlays: hostile,
      kernelArguments: hostile,
      installer: { urls: { kernel: hostile[2] } },
      ssh: { authorizedKeys: hostile },
      labels: Object.fromEntries(hostile.map((each) => [each.slice(0, 60_000), each])),
    }).slice(0);
    expect(text.length).toBeGreaterThan(1024 * 1024);
    const value = JSON.parse(text) as unknown;
    const document: Document = { file: 'f', value, locate: () => ({ file: 'f', line: 1, column: 1 }) };
    expect(checkShape(document, 'node').length).toBeGreaterThan(30);
  });

  test('findings of one file are limited', () => {
    expect(shape(`macs: [${'x, '.repeat(5000)}]\naddress: dhcp\n`)).toHaveLength(200);
  });
});
