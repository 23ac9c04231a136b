import { describe, expect, test } from 'vitest';
import { addressFinder } from '../../../src/inventory/freeAddresses.ts';
import { readInventory } from '../../../src/inventory/inventory.ts';
import { edited, lab, sourcesOf } from '../sources.ts';

/** What an endpoint of the lab comes to. */
function read(...endpoint: readonly string[]) {
  const lines = endpoint.map((line) => `    ${line}\n`).join('');
  return readInventory(
    sourcesOf(edited(lab, ['site.yaml', '  version: v1', `  endpoint:\n${lines}  version: v1`])),
  );
}

describe('an endpoint that is whole', () => {
  test.each([
    [['provider: dns', 'name: k3s'], { provider: 'dns', name: 'k3s.lab.home.lerenn.net' }],
    [['provider: dns', 'name: k3s.example.org'], { provider: 'dns', name: 'k3s.example.org' }],
    [
      ['provider: kubeVip', 'address: 192.168.26.10', 'version: v1.0.1', 'interface: eno1', 'name: k3s'],
      {
        provider: 'kubeVip',
        address: '192.168.26.10',
        version: 'v1.0.1',
        interface: 'eno1',
        name: 'k3s.lab.home.lerenn.net',
      },
    ],
  ])('%j is silent, and part of the certificate', (lines, endpoint) => {
    const { value, findings } = read(...lines);
    expect(findings).toEqual([]);
    expect(value?.site.cluster?.endpoint).toEqual(endpoint);
    expect(value?.site.cluster?.tlsSans).toEqual(
      ['address', 'name'].flatMap((key) =>
        Object.entries(endpoint).flatMap(([k, v]) => (k === key ? v : [])),
      ),
    );
  });
});

describe('the address of the endpoint', () => {
  test('is proposed neither to a node that needs another one, nor to a new machine', () => {
    const endpoint = ['provider: kubeVip', 'version: v1.0.1', 'address: 192.168.26.14'] as const;
    const { value } = read(...endpoint);
    if (value === undefined) throw new Error('no inventory');
    expect(addressFinder(value.site)()).toBe('192.168.26.15');
    const { findings } = readInventory(
      sourcesOf(
        edited(
          lab,
          ['site.yaml', '  version: v1', `  endpoint: { ${endpoint.join(', ')} }\n  version: v1`],
          ['nodes/lenovo3.yaml', 'address: 192.168.26.13', 'address: 192.168.26.12'],
        ),
      ),
    );
    expect(findings).toMatchObject([{ code: 'PL1204', hint: 'free addresses near it: 192.168.26.13, .15' }]);
  });

  test('that is wrong comes with free ones near it', () => {
    const { findings } = read('provider: kubeVip', 'version: v1.0.1', 'address: 192.168.26.11');
    expect(findings).toMatchObject([{ code: 'PL1228', hint: 'free addresses near it: 192.168.26.14, .15' }]);
  });
});

test('everything is told at once', () => {
  const { findings } = read('provider: dns', 'address: 192.168.26.11', 'version: v1.0.1');
  expect(findings.map(({ code }) => code)).toEqual(['PL1227', 'PL1238', 'PL1238']);
});

test('an endpoint of the wrong shape is told once, and has no meaning', () => {
  expect(read('provider: haproxy').findings.map(({ code }) => code)).toEqual(['PL1103']);
});
