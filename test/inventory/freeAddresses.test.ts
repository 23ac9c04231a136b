import { describe, expect, test } from 'vitest';
import { addressFinder } from '../../src/inventory/freeAddresses.ts';
import type { Site } from '../../src/inventory/model/site.ts';

function site(cidr: string, nodes: readonly string[], dhcpPool?: Site['network']['dhcpPool']): Site {
  return {
    network: {
      cidr,
      gateway: '10.0.0.1',
      dns: [],
      ntp: ['10.0.0.9', 'time.example.org'],
      ...(dhcpPool && { dhcpPool }),
    },
    router: { address: '10.0.0.1' },
    nodes: nodes.map((address) => ({
      network: {
        address: address === 'dhcp' ? { method: 'dhcp' } : { method: 'static', address, prefixLength: 24 },
      },
    })),
  } as unknown as Site;
}

const take = (finder: () => string, count: number) => Array.from({ length: count }, finder);

describe('addresses for new nodes', () => {
  test('follow the last node, each once, around those that are taken or handed out', () => {
    const finder = addressFinder(
      site('10.0.0.0/24', ['10.0.0.7', 'dhcp', '10.0.0.3'], { from: '10.0.0.10', to: '10.0.0.254' }),
    );
    expect(take(finder, 4)).toEqual(['10.0.0.8', '10.0.0.2', '10.0.0.4', '10.0.0.5']);
  });

  test('are left to the DHCP server when there are none', () => {
    expect(take(addressFinder(site('10.0.0.0/30', ['10.0.0.2'])), 2)).toEqual(['dhcp', 'dhcp']);
    expect(addressFinder(site('nonsense', []))()).toBe('dhcp');
  });
});
