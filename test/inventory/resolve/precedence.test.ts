import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/inventory/inventory.ts';
import type { Node } from '../../../src/inventory/model/node.ts';
import { imageLock, minimalNode, publicKey, sourcesOf } from '../sources.ts';

/** Settings of each layer as YAML would give them; a layer may be silent. */
interface Layers {
  readonly site?: object | undefined;
  readonly defaults?: object | undefined;
  readonly groups?: readonly { readonly match: object; readonly set: object }[];
  readonly node?: object | undefined;
}

function resolve({ site = {}, defaults = {}, groups = [], node = {} }: Layers): Node {
  const base = {
    domain: 'example.org',
    network: { cidr: '10.16.0.0/12' },
    router: { address: '10.31.0.1' },
    k3s: { version: 'v1.35.2+k3s1' },
  };
  const named = groups.map((group, index) => ({ name: `g${index}`, ...group }));
  const texts = {
    'site.yaml': JSON.stringify({ ...base, ...site, defaults, groups: named }),
    'images.lock.yaml': imageLock,
    'nodes/n1.yaml': `${minimalNode(1)}${Object.entries(node)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
      .join('')}`,
  };
  const { value, findings } = readInventory(sourcesOf(texts));
  const [resolved] = value?.site.nodes ?? [];
  if (resolved === undefined) throw new Error(JSON.stringify(findings));
  return resolved;
}

const key = (name: string) => publicKey.replace('ops@lab', name);

const everybody = { nodes: ['n1'] };

describe('precedence', () => {
  const zones = ['UTC', 'Europe/Paris', 'Asia/Tokyo', 'America/Lima'];
  const layer = fc.option(fc.constantFrom(...zones), { nil: undefined });
  const set = (timezone: string | undefined) => (timezone === undefined ? {} : { timezone });

  test('of a scalar: the most specific layer that has it wins', () => {
    fc.assert(
      fc.property(layer, layer, fc.array(layer, { maxLength: 3 }), layer, (site, defaults, groups, node) => {
        const wanted = [site, defaults, ...groups, node].filter((each) => each !== undefined).at(-1);
        const resolved = resolve({
          site: set(site),
          defaults: set(defaults),
          groups: groups.map((each) => ({ match: everybody, set: set(each) })),
          node: set(node),
        });
        expect(resolved.timezone).toBe(wanted);
      }),
      { numRuns: 100 },
    );
  });

  test('of a map: keys are merged, and the most specific value of each wins', () => {
    const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z'));
    fc.assert(
      fc.property(labels, fc.array(labels, { maxLength: 3 }), labels, (defaults, groups, node) => {
        const resolved = resolve({
          defaults: { labels: defaults },
          groups: groups.map((each) => ({ match: everybody, set: { labels: each } })),
          node: { labels: node },
        });
        expect(resolved.labels).toEqual(Object.assign({}, defaults, ...groups, node));
      }),
      { numRuns: 100 },
    );
  });

  test('of a list that is joined: least specific first, each element once', () => {
    const kernelArguments = fc.array(fc.constantFrom('a=1', 'b=2', 'c=3', 'd=4'), { maxLength: 3 });
    fc.assert(
      fc.property(kernelArguments, kernelArguments, kernelArguments, (defaults, group, node) => {
        const resolved = resolve({
          defaults: { kernelArguments: defaults, console: [] },
          groups: [{ match: everybody, set: { kernelArguments: group } }],
          node: { kernelArguments: node },
        });
        expect(resolved.kernelArguments).toEqual([...new Set([...defaults, ...group, ...node])]);
      }),
      { numRuns: 100 },
    );
  });

  test('of any other list: the most specific one replaces the others', () => {
    const resolved = resolve({
      defaults: { dns: ['10.16.0.1', '10.16.0.2'], taints: [{ key: 'a', effect: 'NoExecute' }] },
      node: { dns: ['10.16.0.3'] },
    });
    expect(resolved.network.dns).toEqual(['10.16.0.3']);
    expect(resolved.taints).toEqual([{ key: 'a', effect: 'NoExecute' }]);
  });

  test('a bare install disk keeps the partitions that defaults keep', () => {
    const kept = { device: '/dev/disk/by-id/other', keepPartitions: [{ index: 5 }, { label: 'data*' }] };
    expect(resolve({ defaults: { installDisk: kept } }).installDisk).toEqual({
      device: '/dev/disk/by-id/nvme-1',
      keepPartitions: [{ index: '5' }, { label: 'data*' }],
    });
  });

  test('users of one name are joined, and core has the keys of ssh', () => {
    const resolved = resolve({
      site: {
        ssh: { authorizedKeys: [key('a')] },
        users: [{ name: 'ops', groups: ['wheel'], sshAuthorizedKeys: [key('b')] }],
      },
      node: {
        ssh: { authorizedKeys: [key('c'), key('a')] },
        users: [{ name: 'ops', groups: ['sudo'], passwordHash: { secret: 'OPS' } }],
      },
    });
    expect(resolved.users).toEqual([
      { name: 'core', sshAuthorizedKeys: [key('a'), key('c')], groups: [] },
      {
        name: 'ops',
        sshAuthorizedKeys: [key('b')],
        groups: ['wheel', 'sudo'],
        passwordHash: { secret: 'OPS' },
      },
    ]);
  });

  test('an overlay that is named again keeps its place, and the later reference decides', () => {
    const resolved = resolve({
      site: { overlays: ['a.bu', 'b.bu'] },
      node: { overlays: [{ file: './a.bu', override: true }, 'c.bu'] },
    });
    expect(resolved.overlays.map(({ file, override }) => [file, override])).toEqual([
      ['inventory/overlays/a.bu', true],
      ['inventory/overlays/b.bu', false],
      ['inventory/overlays/c.bu', false],
    ]);
  });
});

describe('groups', () => {
  test('all conditions must hold', () => {
    const match = { role: 'agent', labels: { rack: 'one' }, nodes: ['n1.example.org'] };
    const groups = [{ match, set: { timezone: 'UTC' } }];
    expect(resolve({ groups }).timezone).toBeUndefined();
    expect(resolve({ groups, defaults: { labels: { rack: 'one' } } }).timezone).toBe('UTC');
    expect(resolve({ groups, defaults: { labels: { rack: 'two' } } }).timezone).toBeUndefined();
  });

  test('do not match by what groups set', () => {
    const groups = [
      { match: everybody, set: { labels: { rack: 'one' } } },
      { match: { labels: { rack: 'one' } }, set: { timezone: 'UTC' } },
    ];
    const resolved = resolve({ groups });
    expect(resolved.groups).toEqual(['g0']);
    expect(resolved.timezone).toBeUndefined();
  });
});
