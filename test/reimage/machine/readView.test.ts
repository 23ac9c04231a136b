import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readView } from '../../../src/reimage/machine/readView.ts';

const digest = 'a'.repeat(64);
const release = 'b'.repeat(64);
const generation = {
  site: 'lab',
  node: 'lenovo1',
  hostname: 'lenovo1.lab.home.lerenn.net',
  variant: 'join',
  digest,
  release,
};
const whole = [
  'boot 3f1f8a0e-0d35-4b8e-9f5d-0f6c1c6a1c11',
  `generation +${JSON.stringify(generation)}`,
  'system +NAME="Fedora Linux"',
  "system +OSTREE_VERSION='43.20251110.3.1'",
  '',
  'mac 98:FA:9b:1c:2d:01',
  'mac 98:fa:9b:1c:2d:02',
  'mac 98:fa:9b:1c:2d:01',
  'k3s +k3s version v1.35.2+k3s1 (1d4e5f6a)',
  'unit k3s active',
  'unit k3s-agent inactive',
  'link ../../sda /dev/disk/by-id/ata-Samsung_1',
  'link ../../sda4 /dev/disk/by-label/root',
  'lsblk +{"blockdevices": [{"kname":"sda","path":"/dev/sda","type":"disk","size":8,',
  'lsblk +   "serial":"1", "mountpoints":["/"]}]}',
];
const said = (lines: readonly string[]): string => `${[...lines, 'end'].join('\n')}\n`;

test('all that a node of a cluster says', () => {
  expect(readView(said(whole))).toEqual({
    answers: true,
    generation: {
      site: 'lab',
      hostname: 'lenovo1.lab.home.lerenn.net',
      variant: 'join',
      digest,
      release,
    },
    disks: [
      { device: '/dev/sda', links: ['/dev/disk/by-id/ata-Samsung_1'], serial: '1', size: 8, root: true },
    ],
    macs: ['98:fa:9b:1c:2d:01', '98:fa:9b:1c:2d:02'],
    bootId: '3f1f8a0e-0d35-4b8e-9f5d-0f6c1c6a1c11',
    coreos: '43.20251110.3.1',
    k3s: { version: 'v1.35.2+k3s1', active: true },
  });
});

test('a machine that says nothing of itself answers all the same, and nothing is guessed', () => {
  expect(readView('end\n')).toEqual({ answers: true });
});

test.each([
  ['nothing', ''],
  ['all but the last line', `${whole.join('\n')}\n`],
  ['the last line in part', `${whole.join('\n')}\nend`],
])('%s is no answer', (_name, text) => {
  expect(readView(text)).toBeUndefined();
});

describe('a generation file', () => {
  const read = (value: unknown) => readView(said([`generation +${JSON.stringify(value)}`]))?.generation;

  test('with the marker in the place of the release: it was installed without the gate', () => {
    expect(read({ ...generation, release: 'PILOTLIGHT_RELEASE' })).toEqual({
      site: 'lab',
      hostname: 'lenovo1.lab.home.lerenn.net',
      variant: 'join',
      digest,
    });
  });

  test.each<[string, unknown]>([
    ['without a digest', { ...generation, digest: undefined }],
    ['with a digest that is none', { ...generation, digest: 'A'.repeat(64) }],
    ['without a host name', { ...generation, hostname: 5 }],
    ['that is a list', [generation]],
    ['that is nothing', null],
  ])('%s is none', (_name, value) => {
    expect(read(value)).toBeUndefined();
  });

  test('names in it are shown as text that can be printed', () => {
    expect(read({ ...generation, hostname: 'lenovo1\u001b]0;x\u0007' })?.hostname).toBe('lenovo1?]0;x?');
  });
});

test('a file cannot pass for another fact', () => {
  const view = readView(said(['generation +boot 1', 'system +mac 98:fa:9b:1c:2d:09', 'k3s +end']));
  expect(view).toEqual({ answers: true });
});

test.each([
  [
    'a program without a service',
    ['k3s +k3s version v1.34.1+k3s1 (x)', 'unit k3s '],
    { version: 'v1.34.1+k3s1', active: false },
  ],
  ['a service whose program does not answer', ['unit k3s-agent active'], { active: true }],
  ['neither', ['k3s +', 'unit k3s inactive'], undefined],
  ['a program that says something else', ['k3s +k3s version $(reboot)'], undefined],
])('K3s: %s', (_name, lines, expected) => {
  expect(readView(said(lines))?.k3s).toEqual(expected);
});

test('links that lead nowhere, have blanks, or are no names of disks are left out', () => {
  const lines = [
    'link ../../sda /dev/disk/by-id/a b',
    'link ../../sda /etc/passwd',
    'link ../../sda /dev/disk/by-id/\u0007',
    'link',
    'link ../../sdz /dev/disk/by-id/gone',
    'lsblk +{"blockdevices":[{"kname":"sda","path":"/dev/sda","type":"disk","size":8}]}',
  ];
  expect(readView(said(lines))?.disks).toEqual([{ device: '/dev/sda', links: [], size: 8, root: false }]);
});

test('any text is read without an error', () => {
  const word = fc.constantFrom('boot', 'generation', 'mac', 'link', 'lsblk', 'k3s', 'unit', 'system', 'end');
  const line = fc
    .tuple(word, fc.string({ unit: 'binary', maxLength: 60 }))
    .map(([first, rest]) => `${first} ${rest}`);
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(readView(said(lines))?.answers).toBe(true);
    }),
  );
});
