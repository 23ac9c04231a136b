import { expect, test } from 'vitest';
import type { LocalBoot } from '../../../src/inventory/model/node.ts';
import type { UnknownMachines } from '../../../src/inventory/model/site.ts';
import { renderIpxe } from '../../../src/render/ipxe/render.ts';
import { cluster, locate, node, site, withInstaller } from '../fixtures/lab.ts';

const second = node({
  name: 'lenovo2',
  hostname: 'lenovo2.lab.example',
  macs: ['98:fa:9b:1c:2d:02', '98:FA:9B:1C:2D:03'],
  firstServer: false,
});

const textOf = (path: string, ...nodes: Parameters<typeof site>) =>
  renderIpxe(site(...nodes), locate).value.find((file) => file.path === path)?.text;

test('the files of a site', () => {
  const { value, findings } = renderIpxe(site({ nodes: [node(), second] }), locate);
  expect(findings).toEqual([]);
  expect(value.map(({ path }) => path)).toEqual([
    'boot.ipxe',
    'ipxe/by-host/lenovo1.lab.example.ipxe',
    'ipxe/by-host/lenovo2.lab.example.ipxe',
    'ipxe/by-mac/98-fa-9b-1c-2d-01.ipxe',
    'ipxe/by-mac/98-fa-9b-1c-2d-02.ipxe',
    'ipxe/by-mac/98-fa-9b-1c-2d-03.ipxe',
    'nodes/lenovo1.lab.example/install.bootstrap.ipxe',
    'nodes/lenovo1.lab.example/install.ipxe',
    'nodes/lenovo2.lab.example/install.ipxe',
  ]);
});

test('a lone server has no second variant', () => {
  const alone = { ...cluster, servers: ['lenovo1.lab.example'] };
  const paths = renderIpxe(site({ cluster: alone }), locate).value.map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith('nodes/'))).toEqual([
    'nodes/lenovo1.lab.example/install.ipxe',
  ]);
  expect(textOf('nodes/lenovo1.lab.example/install.ipxe', { cluster: alone })).toContain(
    '; variant bootstrap.',
  );
});

test('a known machine asks the gate under its first MAC, then boots its own disk', () => {
  const text = textOf('ipxe/by-mac/98-fa-9b-1c-2d-03.ipxe', { nodes: [second] });
  expect(text).toBe(
    [
      '#!ipxe',
      '# lenovo2.lab.example of site lab: asks the gate, else boots its own disk.',
      '# Made by Pilotlight from nodes/lenovo1.yaml and site.yaml: change those.',
      'set pilotlight-exit 0',
      'chain http://192.168.26.1/pilotlight/cgi-bin/gate/98-fa-9b-1c-2d-02 || goto local',
      ':local',
      'echo Pilotlight: lenovo2.lab.example boots its own disk',
      'exit',
      '',
    ].join('\n'),
  );
  expect(textOf('ipxe/by-host/lenovo2.lab.example.ipxe', { nodes: [second] })).toBe(text);
});

test.each<[LocalBoot, string[]]>([
  ['exit', ['set pilotlight-exit 0', 'exit']],
  ['exitError', ['set pilotlight-exit 1', 'exit 1']],
  ['sanboot', ['set pilotlight-exit 1', 'sanboot --no-describe --drive 0x80 ||', 'exit 1']],
  ['poweroff', ['set pilotlight-exit 1', 'poweroff ||', 'exit 1']],
])('local boot by %s', (localBoot, expected) => {
  const text = textOf('ipxe/by-mac/98-fa-9b-1c-2d-01.ipxe', { nodes: [node({ localBoot })] }) ?? '';
  const own = text.split('\n').filter((line) => /^(set|exit|sanboot|poweroff)/.test(line));
  expect(own).toEqual(expected);
});

const found = 'isset ${pilotlight-exit} && exit ${pilotlight-exit} ||';
const ownDisk = [
  'echo Pilotlight: ${netX/mac} is unknown here and boots its own disk',
  'iseq ${platform} efi && exit 1 ||',
  'sanboot --no-describe --drive 0x80 ||',
  'exit 1',
  '',
];

test('in static mode it looks for the file that arms it, and nobody is told of unknown machines', () => {
  const lab = site({ nodes: [second], unknownMachines: 'discover' });
  const { value } = renderIpxe({ ...lab, router: { ...lab.router, gate: 'static' } }, locate);
  const text = (path: string) => value.find((file) => file.path === path)?.text;
  expect(text('ipxe/by-mac/98-fa-9b-1c-2d-03.ipxe')).toContain(
    'chain http://192.168.26.1/pilotlight/tftp/armed-98-fa-9b-1c-2d-02.ipxe || goto local\n',
  );
  expect(value.filter((file) => file.text.includes('cgi-bin'))).toEqual([]);
  expect(text('boot.ipxe')?.split('\n').slice(-5)).toEqual(ownDisk);
});

test.each<[UnknownMachines, string[]]>([
  ['ignore', ['exit 1', '']],
  ['localBoot', ownDisk],
  [
    'discover',
    [
      'chain http://192.168.26.1/pilotlight/cgi-bin/gate/discover?mac=${netX/mac:hexhyp}&ip=${netX/ip}&uuid=${uuid}&manufacturer=${manufacturer:uristring}&product=${product:uristring}&serial=${serial:uristring}&asset=${asset:uristring}&hostname=${hostname:uristring}&platform=${platform}&arch=${buildarch} ||',
      ...ownDisk,
    ],
  ],
])('the entry, where unknown machines get %s', (unknownMachines, policy) => {
  expect(textOf('boot.ipxe', { unknownMachines })?.split('\n')).toEqual([
    '#!ipxe',
    `# Entry of site lab: by MAC, then by host name, then what unknown machines get (${unknownMachines}).`,
    '# Made by Pilotlight from site.yaml: change that.',
    '# A script of a known machine sets pilotlight-exit: it was found, and iPXE ends as its firmware needs it.',
    'chain ipxe/by-mac/${netX/mac:hexhyp}.ipxe ||',
    found,
    'isset ${hostname} || goto unknown',
    'chain ipxe/by-host/${hostname:uristring}.ipxe ||',
    found,
    'chain ipxe/by-host/${hostname:uristring}.lab.example.ipxe ||',
    found,
    ':unknown',
    ...policy,
  ]);
});

test('one mistake in the variants of a node is told once, and the other nodes are rendered', () => {
  const broken = withInstaller({}, { kernelArguments: ['a b', '#c'] });
  const { value, findings } = renderIpxe(site({ nodes: [broken, second] }), locate);
  expect(findings.map(({ code, message, place }) => [code, message, place.file])).toEqual([
    [
      'PL2501',
      '"a b" has white space, a control character or one outside ASCII',
      '/nodes/0/kernelArguments/0',
    ],
    ['PL2501', '"#c" begins with #, where iPXE begins a comment', '/nodes/0/kernelArguments/1'],
  ]);
  const installs = value.map(({ path }) => path).filter((path) => path.endsWith('install.ipxe'));
  expect(installs).toEqual(['nodes/lenovo2.lab.example/install.ipxe']);
});

test('a router that no script could name is told', () => {
  const router = { ...site().router, url: 'http://a b' };
  const { value, findings } = renderIpxe(site({ router }), locate);
  expect(value).toEqual([]);
  expect(findings.map(({ place }) => place.file)).toContain('/router/url');
});
