import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { NodeAnswers, SiteAnswers } from '../../src/init/answers.ts';
import { nodeText } from '../../src/init/inventory/nodeText.ts';
import { siteText } from '../../src/init/inventory/siteText.ts';
import { comment } from '../../src/init/inventory/yamlText.ts';
import { readDocument } from '../../src/inventory/reading/readDocument.ts';

/** What breaks out of YAML that is put together carelessly, beside whatever comes by chance. */
const nasty = [
  ...[
    '',
    ' ',
    'yes',
    'null',
    '~',
    '1:30',
    '0x10',
    '1e3',
    '.inf',
    '2001-01-01',
    '- a',
    '? a',
    'a: b',
    'a #b',
    '#',
    '{',
    '[',
    '*a',
    '&a',
    '!t',
    '%T',
  ],
  ...[
    '|',
    '>',
    "'",
    '"',
    '`',
    '@',
    'a\n---\nb',
    '...',
    '\t',
    '\r\n',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u0000',
    '<<',
    '__proto__',
    '${{ secrets.X }}',
    '{{ x }}',
  ],
];
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
const texts = fc.array(text, { maxLength: 4 });
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const site: fc.Arbitrary<SiteAnswers> = fc.record({
  domain: text,
  name: some(text),
  cidr: text,
  dhcpPool: some(fc.record({ from: text, to: text })),
  router: fc.record({
    address: text,
    storage: some(text),
    user: some(text),
    port: some(fc.integer()),
    hostKeys: texts,
  }),
  k3sVersion: some(text),
  authorizedKeys: texts,
});

const node: fc.Arbitrary<NodeAnswers> = fc.record({
  name: text,
  macs: texts,
  address: text,
  role: fc.constantFrom('server', 'agent', 'none'),
  installDisk: some(text),
  firstServer: some(fc.boolean()),
  kernelArguments: some(texts),
  remarks: some(texts),
});

describe('whatever was answered', () => {
  test('site.yaml parses back to it', () => {
    fc.assert(
      fc.property(site, (answers) => {
        const written = siteText(answers, ['x86_64'], 'v1.0.0');
        expect(written.split('\n', 1)[0]).toMatch(
          /^# yaml-language-server: \$schema=https:\S+\/v1\.0\.0\/schemas\/site\.schema\.json$/,
        );
        const { domain, network, router, k3s, ssh, name } = parse(written, { maxAliasCount: 0 });
        expect({
          domain,
          name,
          cidr: network.cidr,
          dhcpPool: network.dhcpPool,
          k3sVersion: k3s?.version,
          authorizedKeys: ssh.authorizedKeys,
        }).toEqual({
          domain: answers.domain,
          name: answers.name,
          cidr: answers.cidr,
          dhcpPool: answers.dhcpPool,
          k3sVersion: answers.k3sVersion,
          authorizedKeys: answers.authorizedKeys,
        });
        expect({ storage: '/mnt/usb', ...router }).toMatchObject({
          address: answers.router.address,
          storage: answers.router.storage ?? '/mnt/usb',
        });
        expect({ user: 'root', port: 22, hostKeys: [], ...router.ssh }).toEqual({
          user: answers.router.user ?? 'root',
          port: answers.router.port ?? 22,
          hostKeys: answers.router.hostKeys,
        });
      }),
      { numRuns: 150 },
    );
  });

  test('a node file parses back to it, and remarks stay comments', () => {
    fc.assert(
      fc.property(node, (answers) => {
        const { macs, address, role, installDisk, firstServer, kernelArguments = [] } = answers;
        const value = parse(nodeText(answers, 'v1.0.0'));
        expect({ firstServer: false, kernelArguments: [], installDisk: undefined, ...value }).toEqual({
          macs,
          address,
          role,
          installDisk,
          firstServer: firstServer ?? false,
          kernelArguments,
        });
      }),
      { numRuns: 150 },
    );
  });

  test("the inventory's own reader sees the same", () => {
    fc.assert(
      fc.property(node, (answers) => {
        const bytes = Buffer.from(nodeText(answers, 'v1.0.0'));
        const read = readDocument('nodes/a.yaml', bytes);
        expect(read.value?.value).toMatchObject({ macs: answers.macs, address: answers.address });
      }),
      { numRuns: 150 },
    );
  });
});

test('a comment is one line', () => {
  expect(comment('a\nb: c\r\u0085\u2028d\u202e')).toBe('# a b: c d');
});
