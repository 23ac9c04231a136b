import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/inventory/inventory.ts';
import type { Inventory } from '../../../src/inventory/model/inventory.ts';
import type { Pointer } from '../../../src/inventory/model/provenance.ts';
import { edited, lab, sourcesOf } from '../sources.ts';

const texts = edited(
  lab,
  ['site.yaml', '', 'timezone: UTC\ngroups:\n  - name: big\n'],
  [
    'site.yaml',
    '',
    '    match: { nodes: [lenovo2] }\n    set: { labels: { a/b: one }, mtu: 9000, kernelArguments: [quiet] }\n',
  ],
  ['nodes/lenovo2.yaml', '', 'installer: { mode: install }\nlocalBoot: sanboot\n'],
);

function read(): Inventory {
  const { value, findings } = readInventory(sourcesOf(texts));
  if (value === undefined || findings.length > 0) throw new Error(JSON.stringify(findings));
  return value;
}

function valueAt(value: unknown, path: Pointer): unknown {
  return path.reduce<unknown>(
    (each, step) => (each !== null && typeof each === 'object' ? Reflect.get(each, step) : undefined),
    value,
  );
}

const steps = (pointer: string): Pointer =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

describe('provenance', () => {
  const { provenance, site, documents } = read();

  test.each([
    ['/network/gateway', { kind: 'derived', from: 'router.address' }],
    ['/router/url', { kind: 'derived', from: 'router.address' }],
    ['/cluster/serviceCidr', { kind: 'file', file: 'inventory/site.yaml', pointer: ['k3s', 'serviceCidr'] }],
    ['/cluster/token', { kind: 'default' }],
    [
      '/nodes/1/network/mtu',
      { kind: 'file', file: 'inventory/site.yaml', pointer: ['groups', 0, 'set', 'mtu'] },
    ],
    ['/nodes/1/network/gateway', { kind: 'derived', from: 'router.address' }],
    ['/nodes/1/localBoot', { kind: 'file', file: 'inventory/nodes/lenovo2.yaml', pointer: ['localBoot'] }],
    ['/nodes/0/localBoot', { kind: 'default' }],
    ['/nodes/0/hostname', { kind: 'derived', from: "the file's name and domain" }],
    [
      '/nodes/1/labels/a~1b',
      { kind: 'file', file: 'inventory/site.yaml', pointer: ['groups', 0, 'set', 'labels', 'a/b'] },
    ],
    ['/nodes/1/kernelArguments/0', { kind: 'default' }],
    [
      '/nodes/1/kernelArguments/2',
      { kind: 'file', file: 'inventory/site.yaml', pointer: ['defaults', 'kernelArguments', 0] },
    ],
    [
      '/nodes/1/kernelArguments/3',
      { kind: 'file', file: 'inventory/site.yaml', pointer: ['groups', 0, 'set', 'kernelArguments', 0] },
    ],
    ['/nodes/1/timezone', { kind: 'file', file: 'inventory/site.yaml', pointer: ['timezone'] }],
    [
      '/nodes/0/firstServer',
      { kind: 'file', file: 'inventory/nodes/lenovo1.yaml', pointer: ['firstServer'] },
    ],
  ])('%s', (pointer, origin) => {
    expect(provenance.get(pointer)).toEqual(origin);
  });

  test('has nothing for what is not there', () => {
    for (const pointer of ['/nodes/3/role', '/nodes/-1/role', '/nodes/0/nothing', '/', '']) {
      expect(provenance.get(pointer)).toBeUndefined();
      expect(provenance.has(pointer)).toBe(false);
    }
  });

  test('origins in files lead to what was written, and paths to what it was resolved to', () => {
    let scalars = 0;
    for (const [pointer, origin] of provenance) {
      if (origin.kind !== 'file') continue;
      const written = valueAt(documents.get(origin.file)?.value, origin.pointer);
      const resolved = valueAt(site, steps(pointer));
      expect(written, pointer).not.toBeUndefined();
      if (typeof written === 'object' || typeof resolved === 'object') continue;
      expect(String(resolved), pointer).toBe(String(written));
      scalars++;
    }
    expect(scalars).toBeGreaterThan(20);
    expect(provenance.size).toBe([...provenance.keys()].length);
  });

  test('every leaf of a node has an origin, its own or that of what is around it', () => {
    const missing: string[] = [];
    const walk = (value: unknown, path: string, covered: boolean) => {
      const known = covered || provenance.has(path);
      if (value !== null && typeof value === 'object' && Object.keys(value).length > 0)
        for (const [key, each] of Object.entries(value))
          walk(each, `${path}/${key.replaceAll('/', '~1')}`, known);
      else if (!known) missing.push(path);
    };
    site.nodes.forEach((node, index) => {
      walk(node, `/nodes/${index}`, false);
    });
    const { name, ...facts } = site;
    expect(name).toBe('lab');
    walk({ network: facts.network, router: facts.router, cluster: facts.cluster }, '', false);
    const allowed = /^\/nodes\/\d\/(file|users\/\d\/(name|groups)|overlays\/\d\/|labels|installer\/urls)/;
    expect(missing.filter((path) => !allowed.test(path))).toEqual([]);
  });
});
