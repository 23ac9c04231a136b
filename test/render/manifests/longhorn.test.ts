import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Node } from '../../../src/inventory/model/node.ts';
import { baseFindings } from '../../../src/render/base/findings.ts';
import { longhorn } from '../../../src/render/manifests/longhorn.ts';
import { longhornDataPath } from '../../../src/render/manifests/longhornDisks.ts';
import { locate } from '../fixtures/lab.ts';
import { chart, disk, labWith } from './clusters.ts';

const lab = (nodes?: readonly Partial<Node>[], values = {}) =>
  labWith({ storage: 'longhorn', charts: { longhorn: chart(values) } }, nodes);

const spec = (site: ReturnType<typeof lab>) =>
  (
    parse(longhorn(site, site.cluster)?.text ?? '') as {
      spec: Record<string, unknown> & { valuesContent: string };
    }
  ).spec;

test('the manifest', () => {
  const site = lab();
  const { valuesContent, ...rest } = spec(site);
  expect(rest).toEqual({
    repo: 'https://charts.longhorn.io',
    chart: 'longhorn',
    version: '1.2.3',
    targetNamespace: 'longhorn-system',
    createNamespace: true,
  });
  expect(parse(valuesContent)).toEqual({
    defaultSettings: { defaultDataPath: '/var/lib/longhorn', defaultReplicaCount: 3 },
    persistence: { defaultClass: true, defaultClassReplicaCount: 3 },
  });
  expect(longhorn(site, site.cluster)?.name).toBe('pilotlight-longhorn.yaml');
});

test.each([
  [[{}], 1],
  [[{}, { role: 'agent' }, { role: 'none' }], 2],
  [[{}, {}, {}, {}, {}], 3],
] as const)('as many copies as nodes, at most three', (nodes, replicas) => {
  expect(spec(lab(nodes)).valuesContent).toContain(`defaultReplicaCount: ${replicas}\n`);
});

describe('where volumes are kept', () => {
  test.each([
    ['no extra disk', [{}, {}], '/var/lib/longhorn'],
    ['a disk at the usual place', [{ extraDisks: [disk('/var/lib/longhorn/')] }], '/var/lib/longhorn'],
    [
      'a disk above it, and another one',
      [{ extraDisks: [disk('/var/lib'), disk('/var/mnt/a')] }],
      '/var/lib/longhorn',
    ],
    ['a disk beside it', [{}, { extraDisks: [disk('/var/lib/longhorn2')] }], '/var/lib/longhorn2'],
    ['a disk with the beginning of its name', [{ extraDisks: [disk('/var/lib/long')] }], '/var/lib/long'],
    ['two places', [{ extraDisks: [disk('/var/a')] }, { extraDisks: [disk('/var/b')] }], '/var/lib/longhorn'],
    [
      'a disk of a node without K3s',
      [{}, { role: 'none', extraDisks: [disk('/var/a')] }],
      '/var/lib/longhorn',
    ],
  ] as const)('%s', (_name, nodes, folder) => {
    const site = lab(nodes);
    expect(longhornDataPath(site, site.cluster)).toBe(folder);
    expect(spec(site).valuesContent).toContain(`defaultDataPath: ${folder}\n`);
  });

  test('where site.yaml says', () => {
    const site = lab([{ extraDisks: [disk('/var/a')] }], { defaultSettings: { defaultDataPath: '/var/b' } });
    expect(longhornDataPath(site, site.cluster)).toBe('/var/b');
    expect(spec(site).valuesContent).toContain('defaultDataPath: /var/b\n');
  });
});

describe('what a reimage would lose', () => {
  const found = (nodes: readonly Partial<Node>[], changes = {}) => {
    const site = lab(nodes);
    return baseFindings({ ...site, cluster: { ...site.cluster, ...changes } }, locate);
  };

  test('one finding names the nodes, the first five of them', () => {
    const without = Array.from({ length: 6 }, () => ({}));
    const [finding, ...others] = found([{ extraDisks: [disk('/var/lib/longhorn')] }, ...without]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'PL2506',
      severity: 'warning',
      place: { file: '/cluster/storage' },
    });
    expect(finding?.message).toContain(' on lenovo2, lenovo3, lenovo4, lenovo5, lenovo6 and 1 more: ');
    expect(finding?.related?.map(({ place }) => place.file)).toEqual(
      [1, 2, 3, 4, 5].map((index) => `/nodes/${index}/extraDisks`),
    );
    expect(finding?.hint).toContain('mount: /var/lib/longhorn');
  });

  test('nothing where each node of K3s has a disk', () => {
    expect(found([{ extraDisks: [disk('/var/lib')] }, { role: 'none' }])).toEqual([]);
  });

  test('nothing without Longhorn', () => {
    expect(found([{}], { storage: 'localPath' })).toEqual([]);
  });

  test('a disk with a file system that Longhorn does not support', () => {
    const findings = found([{ extraDisks: [disk('/var/lib/longhorn', { filesystem: 'btrfs' })] }]);
    expect(findings.map(({ code, place }) => [code, place.file])).toEqual([
      ['PL2507', '/nodes/0/extraDisks'],
    ]);
  });

  test('the disk that is mounted nearest counts', () => {
    const above = disk('/var', { filesystem: 'btrfs' });
    expect(found([{ extraDisks: [above, disk('/var/lib/longhorn')] }])).toEqual([]);
  });
});
