import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/inventory/inventory.ts';
import { formatIpv4, parseNetwork } from '../../../src/inventory/resolve/ipv4.ts';
import { freeAddressesNear, freeAddressHint } from '../../../src/inventory/rules/freeAddresses.ts';
import { edited, lab, sourcesOf } from '../sources.ts';

const anyPlan = fc
  .record({
    base: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
    prefixLength: fc.integer({ min: 20, max: 31 }),
    taken: fc.array(fc.nat(4095), { maxLength: 60 }),
    pool: fc.option(fc.tuple(fc.nat(4095), fc.nat(4095))),
  })
  .map(({ base, prefixLength, taken, pool }) => {
    const network = parseNetwork(`${formatIpv4(base * 256)}/${prefixLength}`);
    if (network === undefined) throw new Error('no network');
    const near = (offset: number) => network.first + (offset % (network.last - network.first + 1));
    const [from, to] = (pool ?? []).map(near).sort((a, b) => a - b);
    return {
      network,
      taken: new Set(taken.map(near)),
      pool: from === undefined || to === undefined ? undefined : { from, to },
    };
  });

describe('free addresses', () => {
  test('are really free', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(2 ** 32 - 1), (plan, address) => {
        const free = freeAddressesNear(plan, address);
        expect(new Set(free).size).toBe(free.length);
        for (const each of free) {
          expect(each).toBeGreaterThan(plan.network.first);
          expect(each).toBeLessThan(plan.network.last);
          expect(plan.taken.has(each)).toBe(false);
          if (plan.pool !== undefined) expect(each < plan.pool.from || each > plan.pool.to).toBe(true);
        }
      }),
    );
  });

  test('are found when the neighbourhood has one', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { network, taken, pool } = plan;
        const start = network.first + 1;
        const inReach = Array.from({ length: 256 }, (_, step) => start + step).filter(
          (each) =>
            each < network.last && !taken.has(each) && !(pool && each >= pool.from && each <= pool.to),
        );
        const found = freeAddressesNear(plan, start);
        expect(found.slice(0, 2)).toEqual(inReach.slice(0, 2).length < 2 ? found : inReach.slice(0, 2));
        if (inReach.length > 0) expect(found[0]).toBe(inReach[0]);
      }),
    );
  });

  test('are shown shortly', () => {
    const network = parseNetwork('192.168.26.0/24');
    if (network === undefined) throw new Error('no network');
    const first = network.first;
    expect(freeAddressHint({ network, taken: new Set([first + 11]) }, first + 11)).toBe(
      'free addresses near it: 192.168.26.12, .13',
    );
    expect(freeAddressHint({ network, taken: new Set([first + 254, first + 253]) }, first + 254)).toBe(
      'free addresses near it: 192.168.26.252, .251',
    );
    expect(
      freeAddressHint({ network, taken: new Set(), pool: { from: first, to: first + 253 } }, first),
    ).toBe('a free address near it: 192.168.26.254');
  });
});

test('a duplicate address is reported with its owner and free ones near it', () => {
  const texts = edited(lab, ['nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11']);
  expect(readInventory(sourcesOf(texts)).findings).toEqual([
    {
      code: 'PL1204',
      severity: 'error',
      message: "address 192.168.26.11 is already lenovo1's",
      place: { file: 'inventory/nodes/lenovo2.yaml', line: 6, column: 10, endColumn: 23 },
      hint: 'free addresses near it: 192.168.26.12, .14',
      related: [
        {
          place: { file: 'inventory/nodes/lenovo1.yaml', line: 6, column: 10, endColumn: 23 },
          message: '',
        },
      ],
    },
  ]);
});
