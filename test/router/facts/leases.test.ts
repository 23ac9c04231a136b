import { describe, expect, test } from 'vitest';
import { leaseClashes, macsByAddress, readLeases } from '../../../src/router/facts/leases.ts';

const text = [
  '1800000000 98:FA:9B:1c:2d:01 192.168.26.11 lenovo1 01:98:fa:9b:1c:2d:01',
  '0 06-52:54:00:00:00:99 192.168.26.12 * *',
  'duid 00:01:00:01',
  '1800000000 12345 fd00::12 name 00:01',
  '1800000000 98:fa:9b:1c:2d:03 not-an-address x *',
  '',
].join('\n');

test('leases are read; what is none is left out', () => {
  expect(readLeases(text)).toEqual([
    { expiry: 1800000000, mac: '98:fa:9b:1c:2d:01', address: '192.168.26.11', hostname: 'lenovo1' },
    { expiry: 0, mac: '52:54:00:00:00:99', address: '192.168.26.12', hostname: undefined },
  ]);
});

describe('who has an address', () => {
  test('what a neighbour says now counts more than its lease, and only a whole entry does', () => {
    const neighbours = [
      'IP address       HW type     Flags       HW address            Mask     Device',
      '192.168.26.11    0x1         0x2         AA:BB:CC:00:00:01     *        br-lan',
      '192.168.26.12    0x1         0x0         aa:bb:cc:00:00:02     *        br-lan',
      '192.168.26.13    0x1         0x6         aa:bb:cc:00:00:03     *        br-lan',
    ].join('\n');
    expect(macsByAddress(readLeases(text), neighbours)).toEqual(
      new Map([
        ['192.168.26.11', 'aa:bb:cc:00:00:01'],
        ['192.168.26.12', '52:54:00:00:00:99'],
        ['192.168.26.13', 'aa:bb:cc:00:00:03'],
      ]),
    );
  });

  test('a node whose address another machine has clashes', () => {
    const node = (name: string, mac: string, address: string) =>
      ({ name, macs: [mac], network: { address: { method: 'static', address } } }) as never;
    const nodes = [
      node('lenovo1', '98:fa:9b:1c:2d:01', '192.168.26.11'),
      node('lenovo2', '98:fa:9b:1c:2d:02', '192.168.26.12'),
    ];
    const clashes = leaseClashes({ nodes }, readLeases(text));
    expect(clashes.map(({ node: name, lease }) => [name, lease.mac])).toEqual([
      ['lenovo2', '52:54:00:00:00:99'],
    ]);
  });
});
