import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/inventory/inventory.ts';
import { manifestCodes } from '../../../src/shared/catalogue/manifests.ts';
import { edited, lab, sourcesOf } from '../sources.ts';

type Edit = Parameters<typeof edited>[1];

const found = (...edits: Edit[]) => readInventory(sourcesOf(edited(lab, ...edits))).findings;

const shown = (...edits: Edit[]) =>
  found(...edits).map(({ code, place, message }) => {
    const { file, line, column } = place;
    return `${file.replace('inventory/', '')}:${line}:${column} ${code} ${message}`;
  });

/** Lines of k3s in site.yaml, from line 9 on. */
const k3s = (...lines: string[]): Edit => [
  'site.yaml',
  '  version: v1',
  `${lines.map((line) => `  ${line}\n`).join('')}  version: v1`,
];

const manifest = (text: string, name = 'a.yaml'): Edit => [`manifests/${name}`, '', text];

const configMap = (metadata: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { ${metadata} }\n`;

const fired = new Set<string>();
const cases: readonly (readonly [string, readonly Edit[], string])[] = [
  [
    'a CNI without its chart',
    [k3s('cni: cilium')],
    'site.yaml:9:8 PL1301 cni: cilium needs the chart cilium, and no version of it is given',
  ],
  [
    'volumes without their chart',
    [k3s('storage: longhorn')],
    'site.yaml:9:12 PL1301 storage: longhorn needs the chart longhorn, and no version of it is given',
  ],
  [
    'upgrades without their chart',
    [k3s('upgrade: inPlace')],
    'site.yaml:9:12 PL1301 upgrade: inPlace needs the chart systemUpgradeController, and no version of it is given',
  ],
  [
    'a chart without its setting',
    [k3s('charts: { longhorn: { version: 1.10.1 } }')],
    'site.yaml:9:13 PL1302 nothing asks for the chart longhorn',
  ],
  [
    "addresses of pods that are not the cluster's",
    [
      k3s(
        'cni: cilium',
        'charts:',
        '  cilium:',
        '    version: 1.18.4',
        '    values: { ipam: { operator: { clusterPoolIPv4PodCIDRList: [10.9.0.0/16] } } }',
      ),
    ],
    'site.yaml:13:65 PL1303 Cilium is to give pods other addresses than clusterCidr, which is 10.42.0.0/16',
  ],
  [
    'a secret in the values',
    [
      k3s(
        'storage: longhorn',
        'charts: { longhorn: { version: 1.10.1, values: { a: [{ b: { secret: BACKUP } }] } } }',
      ),
    ],
    'site.yaml:10:61 PL1304 the values of a chart are published: they can hold no secret',
  ],
  ['a list', [manifest('- a\n')], 'manifests/a.yaml:1:1 PL1305 here stands a list, not a Kubernetes object'],
  [
    'a word, after a whole document',
    [manifest(`${configMap('name: a')}---\nword\n`)],
    'manifests/a.yaml:5:1 PL1305 here stands a single value, not a Kubernetes object',
  ],
  [
    'an object that does not say what it is',
    [manifest(`${configMap('name: a')}--- # next\n# a comment\nmetadata: { name: b }\n`)],
    'manifests/a.yaml:6:1 PL1305 this object has no apiVersion, no kind',
  ],
  [
    'a name that is made up at each start',
    [manifest(configMap('generateName: a-'))],
    'manifests/a.yaml:3:1 PL1305 this object has no metadata.name',
  ],
  [
    'a name that is a number',
    [manifest(configMap('name: 1'))],
    'manifests/a.yaml:3:19 PL1305 metadata.name is no text',
  ],
  [
    'a name with capitals',
    [manifest(configMap('name: My_Map'))],
    'manifests/a.yaml:3:19 PL1305 "My_Map" is no name of a ConfigMap',
  ],
  [
    'a namespace with a full stop in its name',
    [manifest('apiVersion: v1\nkind: Namespace\nmetadata: { name: a.b }\n')],
    'manifests/a.yaml:3:19 PL1305 "a.b" is no name of a Namespace',
  ],
  [
    'a namespace that is none',
    [manifest(configMap('name: a, namespace: A'))],
    'manifests/a.yaml:3:22 PL1305 "A" is no namespace',
  ],
  [
    'a version that is none',
    [manifest(configMap('name: a').replace('v1', 'v1/apps'))],
    'manifests/a.yaml:1:13 PL1305 apiVersion "v1/apps" is no version of an API',
  ],
  [
    'a kind that is none',
    [manifest(configMap('name: a').replace('ConfigMap', 'Config Map'))],
    'manifests/a.yaml:2:7 PL1305 "Config Map" is no kind of object',
  ],
  [
    'an element of a list',
    [
      manifest(
        `apiVersion: v1\nkind: List\nitems:\n  - ${configMap('name: a').replaceAll('\n', '\n    ')}\n  - kind: Pod\n`,
      ),
    ],
    'manifests/a.yaml:8:5 PL1305 this object has no apiVersion, no metadata.name',
  ],
  [
    'an element of a list of one kind',
    [manifest('apiVersion: v1\nkind: PodList\nitems: [{ metadata: { name: a } }, { metadata: {} }]\n')],
    'manifests/a.yaml:3:38 PL1305 this object has no metadata.name',
  ],
  [
    'an object in two files, with the namespace once left out and another version',
    [
      manifest('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\n'),
      manifest(
        'apiVersion: apps/v1beta2\nkind: Deployment\nmetadata: { name: a, namespace: default }\n',
        'b.yaml',
      ),
    ],
    'manifests/b.yaml:3:19 PL1306 Deployment default/a is described twice',
  ],
  [
    "the chart that Pilotlight's own manifest brings",
    [
      k3s('cni: cilium', 'charts: { cilium: { version: 1.18.4 } }'),
      manifest(
        'apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: { name: cilium, namespace: kube-system }\n',
      ),
    ],
    "manifests/a.yaml:3:19 PL1306 Pilotlight's own manifest describes HelmChart kube-system/cilium, too",
  ],
  [
    'a file name with capitals',
    [manifest('# nothing\n', 'My_App.yaml')],
    'manifests/My_App.yaml:1:1 PL1307 K3s cannot make an object named "My_App" for My_App.yaml',
  ],
  [
    'a file name with a space',
    [manifest('# nothing\n', 'a.b c.yaml')],
    'manifests/a.b c.yaml:1:1 PL1307 the storage of a router may have no file named "a.b c.yaml"',
  ],
  [
    'a file name that is a device',
    [manifest('# nothing\n', 'aux.yaml')],
    'manifests/aux.yaml:1:1 PL1307 the storage of a router may have no file named "aux.yaml"',
  ],
  [
    'a file name of ours',
    [manifest('# nothing\n', 'pilotlight-cilium.yml')],
    'manifests/pilotlight-cilium.yml:1:1 PL1307 pilotlight-cilium.yml has a name that is kept for manifests that Pilotlight writes',
  ],
  [
    'two file names that are one for K3s',
    [manifest('# nothing\n', 'a.one.yaml'), manifest('# nothing\n', 'a.two.yaml')],
    'manifests/a.two.yaml:1:1 PL1307 K3s takes a.two.yaml for the same as a.one.yaml',
  ],
  [
    'the file name of a component that is off',
    [manifest('# nothing\n', 'metrics-server.yaml')],
    'manifests/metrics-server.yaml:1:1 PL1308 K3s deletes metrics-server.yaml, because metrics-server is disabled',
  ],
];

describe('each rule of charts and manifests fires where it should, and nothing else does', () => {
  test.each(cases)('%s', (_name, edits, expected) => {
    expect(shown(...edits)).toEqual([expected]);
    for (const { code, hint } of found(...edits)) {
      fired.add(code);
      expect(hint).toMatch(/\S/);
    }
  });

  test('no code is without a case', () => {
    expect(Object.keys(manifestCodes).filter((code) => !fired.has(code))).toEqual([]);
  });
});

test('charts that are asked for, with versions', () => {
  const charts = ['cilium', 'longhorn', 'systemUpgradeController'].map(
    (name) => `  ${name}: { version: v1.0.0 }`,
  );
  expect(shown(k3s('cni: cilium', 'storage: longhorn', 'upgrade: inPlace', 'charts:', ...charts))).toEqual(
    [],
  );
});

test('a site may bring the chart itself', () => {
  const own =
    'apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: { name: net, namespace: kube-system }\nspec: { chart: cilium }\n';
  expect(shown(k3s('cni: cilium'), manifest(own))).toEqual([]);
});

test('a CIDR for pods that is the cluster’s is none of its own', () => {
  const values = 'values: { ipam: { operator: { clusterPoolIPv4PodCIDRList: 10.42.0.0/16 } } }';
  expect(shown(k3s('cni: cilium', `charts: { cilium: { version: 1.18.4, ${values} } }`))).toEqual([]);
});

test('empty documents, lists and roles with colons are no fault', () => {
  const role = (kind: string, name: string) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { name: "${name}" }\n`;
  const texts = [
    '---\n# nothing\n---\n',
    role('ClusterRole', 'system:reader'),
    'apiVersion: v1\nkind: List\nitems: []\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: a, namespace: b }\n',
    'apiVersion: v1\nkind: Service\nmetadata: { name: a, namespace: c }\n',
    '{"apiVersion": "example.org/v1", "kind": "TodoList", "metadata": {"name": "a.b"}, "spec": {}}\n',
  ];
  expect(shown(manifest(texts.join('---\n')), manifest('', 'empty.yaml'))).toEqual([]);
});

test('syntax, anchors, tags and depth keep their limits, and their places', () => {
  expect(shown(manifest(`${configMap('name: a')}---\na: [\n`))).toEqual([
    expect.stringContaining('manifests/a.yaml:6:1 PL1001 '),
  ]);
  expect(shown(manifest(`${configMap('name: a')}---\na: !ruby/object x\n`))).toEqual([
    'manifests/a.yaml:5:17 PL1010 the tag !ruby/object has no meaning here',
  ]);
  expect(shown(manifest(`${configMap('name: a')}data: &a { a: *a }\n`))[0]).toContain(
    'manifests/a.yaml:4:15 PL1008',
  );
  expect(shown(manifest(`a: ${'['.repeat(200)}\n`))[0]).toContain('PL1007');
  expect(shown(manifest('a: 1\n---\n'.repeat(1001)))).toEqual([
    'manifests/a.yaml:2000:1 PL1006 more than 1000 documents stand in this file',
  ]);
});

test('a secret in clear in the values of a chart is not sent where no reference may stand', () => {
  const values = 'values: { auth: { password: hunter22 } }';
  const findings = found(k3s('storage: longhorn', `charts: { longhorn: { version: 1.10.1, ${values} } }`));
  expect(findings.map(({ code, hint }) => [code, hint?.includes('{ secret: NAME }')])).toEqual([
    ['PL1250', false],
  ]);
});

describe('secrets in manifests', () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n';
  const message = 'PL1250 this looks like a secret in clear: the data of a Kubernetes Secret';

  test.each([
    ['after the kind', `${secret}data:\n  a: eA==\n`, 4],
    ['before the kind', `stringData: { a: b }\n${secret}`, 1],
    ['in the last document', `${configMap('name: b')}---\n${secret}stringData:\n  a: b\n`, 8],
  ])('%s, once', (_name, text, line) => {
    expect(shown(manifest(text))).toEqual([`manifests/a.yaml:${line}:1 ${message}`]);
  });

  test('inside a list', () => {
    const text =
      'apiVersion: v1\nkind: SecretList\nitems:\n  - metadata: { name: a }\n    data: { a: eA== }\n';
    expect(shown(manifest(text))).toEqual([`manifests/a.yaml:5:5 ${message}`]);
  });

  test('none where there are no data', () => {
    expect(shown(manifest(`${secret}data: {}\n`))).toEqual([]);
  });
});
