import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readGateState } from '../../../src/adapters/gate/readGateState.ts';
import { validateNode } from '../../../src/generated/validators.js';
import { type DiscoveredMachine, readDiscovered } from '../../../src/router/gate/discovered.ts';
import { decodeText, gateEventKinds, readGateEvents } from '../../../src/router/gate/events.ts';
import { readHostKeys } from '../../../src/router/gate/hostKeys.ts';
import { nodeFile } from '../../../src/router/gate/nodeFile.ts';
import { readGate } from '../../../src/router/gate/state.ts';
import { sshKeyPair } from '../../shared/sshKeys.ts';

const bootId = '0a1b2c3d-1111-2222-3333-444455556666';

describe('events', () => {
  const read = (...lines: string[]) => readGateEvents(lines, bootId);

  test('are read, but those of an earlier start and what is torn', () => {
    expect(
      read(
        '12.5 0a1b2c3d failed 52-54-00-00-00-01 10.0.0.1 unit=x text=a%20b',
        '12.5 ffffffff failed 52-54-00-00-00-01 10.0.0.1 old',
        '13 0a1b2c3d armed 52-54-00-00-00-01 - one.lab',
        '13 0a1b2c3d asked 52-54-00-00-00-01 fd00::1 ',
        '13 0a1b2c3d exploded 52-54-00-00-00-01 - one.lab',
        '13 0a1b2c3d asked 52-54-00-0',
        '',
      ),
    ).toEqual([
      {
        uptime: 12.5,
        kind: 'failed',
        mac: '52:54:00:00:00:01',
        address: '10.0.0.1',
        text: 'unit=x text=a b',
        report: { unit: 'x', lines: ['a b'] },
      },
      { uptime: 13, kind: 'armed', mac: '52:54:00:00:00:01', address: undefined, text: 'one.lab' },
      { uptime: 13, kind: 'asked', mac: '52:54:00:00:00:01', address: 'fd00::1', text: '' },
    ]);
  });

  test.each([
    ['unit=k3s text=one%0D%0A%0a%20%20two%1b[31m', 'k3s', ['one', 'two?[31m']],
    ['unit=k3s text=', 'k3s', []],
    ['unit=k3s', 'k3s', []],
    ['unit= text=a', '', ['a']],
    ['unit=a%20text=b text=c%0', 'a text=b', ['c']],
    ['unit=a text=b%', 'a', ['b']],
    ['unit=a text=b%250Ac', 'a', ['b%0Ac']],
  ])('%s is a report', (text, unit, lines) => {
    const [event] = read(`1 0a1b2c3d failed 52-54-00-00-00-01 - ${text}`);
    expect(event?.report).toEqual({ unit, lines });
  });

  test.each([
    ['a%20b+c', 'a b+c'],
    ['%C3%A9', '\u00e9'],
    ['%C3', '?'],
    ['%EF%BB%BFa', '?a'],
    ['%0A%00%1b%7f%C2%85%E2%80%A8%EF%BB%BF', '???????'],
    ['%', '%'],
    ['%zz%4', '%zz%4'],
    ['%2541', '%41'],
  ])('%s is %j', (text, decoded) => {
    expect(decodeText(text)).toBe(decoded);
  });
});

/** Every text in some data. */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return data !== null && typeof data === 'object' ? Object.values(data).flatMap(textsIn) : [];
}

test('no reader throws, and nothing that cannot be printed comes out of one', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom(...gateEventKinds), fc.string({ unit: 'binary' }))
      .map(([kind, text]) => `1 0a1b2c3d ${kind} 52-54-00-00-00-01 - ${text}`),
    fc
      .string({ unit: 'binary' })
      .map(
        (text) =>
          `1 0a1b2c3d 52-54-00-00-00-01 10.0.0.1 serial=${text} uuid=${encodeURIComponent(text.toWellFormed())}`,
      ),
    fc
      .string({ unit: 'binary' })
      .map(
        (text) =>
          `1 0a1b2c3d failed 52-54-00-00-00-01 - unit=${encodeURIComponent(text.toWellFormed())} text=${text}`,
      ),
    fc.string().map((text) => `hostname ${text}\nmacs 52-54-00-00-00-01\nrelease ${text}`),
  );
  const state = fc.record({
    uptime: fc.double(),
    bootId: fc.constantFrom(bootId, ''),
    armed: fc.array(line),
    events: fc.array(line),
    discovered: fc.array(line),
    hostKeys: fc.array(line),
  });
  fc.assert(
    fc.property(state, (each) => {
      for (const text of textsIn(readGate(each))) expect(text).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      for (const machine of readGate(each).discovered)
        expect(nodeFile(machine, 'dhcp').split('\n# y')).toHaveLength(1);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readGateState(text);
      expect(readGateState(`${text}\nend\n`)?.armed.join('') ?? '').toMatch(/^[\n\x20-\x7e]*$/);
    }),
  );
});

test('an answer that ends early is none', () => {
  const whole =
    'uptime 12.5\nboot x\narmed\n+ hostname a\n+ macs b\narmed\n+ hostname c\nevent e 1\nseen s\nkey k\nend\n';
  expect(readGateState(whole)).toEqual({
    uptime: 12.5,
    bootId: 'x',
    armed: ['hostname a\nmacs b\n', 'hostname c\n'],
    events: ['e 1'],
    discovered: ['s'],
    hostKeys: ['k'],
  });
  for (let length = 0; length < whole.length; length++)
    expect(readGateState(whole.slice(0, length))).toBeUndefined();
});

test('machines come the last seen first', () => {
  const lines = [
    '10 0a1b2c3d 52-54-00-00-00-01 10.0.0.1 manufacturer=LENOVO%0Ax product= arch=x86_64 nonsense=1 mac=x',
    '11 0a1b2c3d 52-54-00-00-00-02 10.0.0.2',
    '11 ffffffff 52-54-00-00-00-03 10.0.0.3',
    'x',
  ];
  expect(readDiscovered(lines, { uptime: 12, bootId })).toEqual([
    { mac: '52:54:00:00:00:02', address: '10.0.0.2', secondsAgo: 1 },
    {
      mac: '52:54:00:00:00:01',
      address: '10.0.0.1',
      secondsAgo: 2,
      manufacturer: 'LENOVO?x',
      arch: 'x86_64',
    },
  ]);
});

test('host keys are read, but those of an earlier start, and what is none', () => {
  const [data, other] = [sshKeyPair(), sshKeyPair()].map(({ publicKey }) => publicKey.slice(12));
  const line = (key = '', before = '-', boot = '0a1b2c3d') =>
    `12.5 ${boot} 52-54-00-00-00-01 10.0.0.1 ${key} ${before}`;
  const heard = { mac: '52:54:00:00:00:01', address: '10.0.0.1', key: `ssh-ed25519 ${data}`, uptime: 12.5 };
  expect(readHostKeys([line(data), line(data, other)], bootId)).toEqual([
    { ...heard, previous: undefined },
    { ...heard, previous: `ssh-ed25519 ${other}` },
  ]);
  const wrong = [
    line(data, '-', 'ffffffff'),
    line(data?.slice(1)),
    line(`B${data?.slice(1)}`),
    line(data, 'x'),
    `${line(data)} more`,
    line(data).replace('52-54', '52:54'),
    '',
  ];
  expect(readHostKeys(wrong, bootId)).toEqual([]);
});

describe('a node file', () => {
  const machine: DiscoveredMachine = { mac: '52:54:00:12:34:56', address: '192.168.26.120', secondsAgo: 1 };

  test('says what is known, and leaves the disk to a person', () => {
    const told = {
      manufacturer: 'LENOVO',
      product: '10RR',
      serial: 'PF0',
      uuid: 'u',
      asset: 'a',
      platform: 'pcbios',
      arch: 'i386',
    };
    expect(nodeFile({ ...machine, ...told }, '192.168.26.14')).toBe(
      [
        '# yaml-language-server: $schema=../../schemas/node.schema.json',
        '# LENOVO 10RR',
        '# Serial number PF0',
        '# Asset a',
        '# UUID u',
        '# It booted by its BIOS: switch it to UEFI.',
        'macs:',
        '  - "52:54:00:12:34:56"',
        'address: 192.168.26.14',
        'role: none',
        '# The disk that is erased and installed: look for it on the machine with ls -l /dev/disk/by-id.',
        '# installDisk: /dev/disk/by-id/',
        '',
      ].join('\n'),
    );
    expect(nodeFile({ ...machine, arch: 'arm64' }, 'dhcp')).toContain('\narchitecture: aarch64\n');
    expect(nodeFile({ ...machine, arch: 'riscv64' }, 'dhcp')).toContain(
      '# iPXE calls its architecture riscv64.\nmacs:',
    );
  });

  test('is what the schema wants, whatever a machine says of itself', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 40 })
      .map((each) => decodeText(encodeURIComponent(each.toWellFormed())));
    const machines = fc.record({
      manufacturer: text,
      product: text,
      serial: text,
      asset: text,
      uuid: text,
      arch: fc.oneof(text, fc.constantFrom('x86_64', 'i386', 'arm64')),
    });
    fc.assert(
      fc.property(machines, fc.constantFrom('dhcp', '192.168.26.14'), (told, address) => {
        const node: unknown = parse(nodeFile({ ...machine, ...told }, address));
        expect(validateNode(node)).toBe(true);
        expect(node).toMatchObject({ macs: [machine.mac], address, role: 'none' });
        expect(node).not.toHaveProperty('installDisk');
      }),
    );
  });
});
