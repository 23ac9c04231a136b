import { describe, expect, test } from 'vitest';
import type { Node, Variant } from '../../../src/inventory/model/node.ts';
import type { Site } from '../../../src/inventory/model/site.ts';
import { baseConfig } from '../../../src/render/base/config.ts';
import { generationFile } from '../../../src/render/base/generation.ts';
import { variantSuffix, variantsOf } from '../../../src/render/base/variant.ts';
import { sha256 } from '../../../src/shared/digest.ts';
import { releaseMarker } from '../../../src/shared/releaseMarker.ts';
import { cluster, node, site, withNetwork } from '../fixtures/lab.ts';

const manifests = [{ file: 'inventory/manifests/a.yaml', name: 'a.yaml', text: 'kind: Namespace\n' }];

function filesOf(config: ReturnType<typeof baseConfig>) {
  return new Map((config.storage?.files ?? []).map((file) => [file.path, file]));
}

const textOf = (lab: Site, each: Node, path: string, variant: Variant = 'join') =>
  filesOf(baseConfig(lab, each, variant)).get(path)?.contents?.inline;

const fileOf = (each: Node, path: string, variant: Variant = 'join') =>
  filesOf(baseConfig(site(), each, variant)).get(path);

test('the files of a server, with their modes', () => {
  const config = baseConfig(site({ manifests }), node(), 'join');
  expect([...filesOf(config)].map(([path, { mode }]) => [path, mode?.toString(8)])).toEqual([
    ['/etc/hostname', '644'],
    ['/etc/NetworkManager/system-connections/lan.nmconnection', '600'],
    ['/etc/zincati/config.d/55-updates-strategy.toml', '644'],
    ['/etc/pilotlight/fresh', '644'],
    ['/etc/pilotlight/gate.env', '644'],
    ['/usr/local/lib/pilotlight/common.sh', '644'],
    ['/usr/local/bin/pilotlight-report', '755'],
    ['/etc/rancher/k3s/config.yaml', '600'],
    ['/etc/pilotlight/node.env', '644'],
    ['/etc/pilotlight/k3s.env', '644'],
    ['/etc/pilotlight/k3s.sha256', '644'],
    ['/etc/pilotlight/servers.env', '644'],
    ['/usr/local/lib/pilotlight/servers.sh', '644'],
    ['/usr/local/lib/pilotlight/start.sh', '644'],
    ['/usr/local/bin/pilotlight-k3s-fetch', '755'],
    ['/usr/local/bin/pilotlight-k3s-install', '755'],
    ['/var/lib/rancher/k3s/server/manifests/a.yaml', '600'],
  ]);
  expect(config.systemd?.units?.map(({ name, enabled }) => [name, enabled])).toEqual([
    ['pilotlight-fresh.service', true],
    ['pilotlight-labels.service', true],
    ['pilotlight-first-boot.service', true],
    ['pilotlight-k3s-fetch.service', true],
    ['pilotlight-k3s-install.service', true],
    ['pilotlight-ready.service', true],
  ]);
});

test('an agent gets no manifests', () => {
  const paths = [...filesOf(baseConfig(site({ manifests }), node({ role: 'agent' }), 'agent')).keys()];
  expect(paths).toContain('/etc/rancher/k3s/config.yaml');
  expect(paths.filter((path) => path.includes('manifests'))).toEqual([]);
});

test('a node without a role in the cluster reports, and has nothing of K3s', () => {
  const config = baseConfig(site(), node({ role: 'none' }), 'none');
  const paths = [...filesOf(config).keys()];
  expect(paths.filter((path) => /pilotlight|k3s/.test(path))).toEqual([
    '/etc/pilotlight/fresh',
    '/etc/pilotlight/gate.env',
    '/usr/local/lib/pilotlight/common.sh',
    '/usr/local/bin/pilotlight-report',
  ]);
  expect(JSON.stringify(config)).not.toContain('@@pilotlight:secret');
  expect(config.systemd?.units?.map(({ name }) => name)).toEqual([
    'pilotlight-fresh.service',
    'pilotlight-labels.service',
    'pilotlight-first-boot.service',
    'pilotlight-ready.service',
  ]);
});

test('the host name is the full one', () => {
  expect(fileOf(node(), '/etc/hostname')?.contents?.inline).toBe('lenovo1.lab.example\n');
});

test('what the scripts know', () => {
  expect(fileOf(node(), '/etc/pilotlight/node.env')?.contents?.inline).toBe(
    ["PILOTLIGHT_VARIANT='join'", "PILOTLIGHT_ARCH='amd64'", "PILOTLIGHT_WAIT_FOR='node'", ''].join('\n'),
  );
  const bare = site({ cluster: { ...cluster, cni: 'none' } });
  expect(textOf(bare, node(), '/etc/pilotlight/node.env')).toContain("PILOTLIGHT_WAIT_FOR='api'");
});

test('users, kernel arguments, time and disks', () => {
  const passwordHash = { secret: 'HASH', version: 2 };
  const each = withNetwork(
    { ntp: ['192.168.26.1', 'bad one', 'ntp.lab.example'] },
    {
      users: [
        { name: 'core', sshAuthorizedKeys: ['ssh-ed25519 A'], groups: [] },
        { name: 'ops', sshAuthorizedKeys: [], groups: ['wheel'], passwordHash },
      ],
      kernelArguments: ['console=tty0', 'a=1', 'console=tty0'],
      timezone: 'Europe/Zurich',
      extraDisks: [
        { device: '/dev/sdb', filesystem: 'xfs', label: 'data', mount: '/var/lib/longhorn', wipe: false },
        { device: '/dev/sdc', filesystem: 'ext4', label: 'spare', wipe: true },
      ],
    },
  );
  const config = baseConfig(site(), each, 'join');
  expect(config.passwd?.users).toEqual([
    { name: 'core', ssh_authorized_keys: ['ssh-ed25519 A'] },
    { name: 'ops', password_hash: '@@pilotlight:secret:HASH:2@@', groups: ['wheel'] },
  ]);
  expect(config.kernel_arguments).toEqual({ should_exist: ['console=tty0', 'a=1'] });
  expect(config.storage?.links).toEqual([
    { path: '/etc/localtime', target: '../usr/share/zoneinfo/Europe/Zurich', overwrite: true },
  ]);
  expect(config.storage?.filesystems).toEqual([
    {
      device: '/dev/sdb',
      format: 'xfs',
      label: 'data',
      wipe_filesystem: false,
      path: '/var/lib/longhorn',
      with_mount_unit: true,
    },
    { device: '/dev/sdc', format: 'ext4', label: 'spare', wipe_filesystem: true },
  ]);
  expect(filesOf(config).get('/etc/chrony.conf')?.contents?.inline?.split('\n').slice(0, 3)).toEqual([
    'server 192.168.26.1 iburst',
    'server ntp.lab.example iburst',
    'driftfile /var/lib/chrony/drift',
  ]);
});

test('a time zone that would lead elsewhere is left out', () => {
  const config = baseConfig(site(), node({ timezone: '../../../etc/shadow' }), 'join');
  expect(config.storage?.links).toBeUndefined();
});

test('nodes share the very same elements, save the few that are their own', () => {
  const lab = site({ manifests });
  const one = baseConfig(lab, node(), 'join');
  const two = baseConfig(
    lab,
    withNetwork(
      {},
      { hostname: 'lenovo2.lab.example', updates: { ...node().updates }, users: [...node().users] },
    ),
    'join',
  );
  const others = new Set<unknown>([...(one.storage?.files ?? []), ...(one.passwd?.users ?? [])]);
  const own = [...(two.storage?.files ?? []), ...(two.passwd?.users ?? [])].filter(
    (each) => !others.has(each),
  );
  expect(own.map((each) => ('path' in each ? each.path : each.name))).toEqual([
    '/etc/hostname',
    '/etc/NetworkManager/system-connections/lan.nmconnection',
    '/etc/pilotlight/gate.env',
    '/etc/rancher/k3s/config.yaml',
  ]);
  expect(two.kernel_arguments).toBe(one.kernel_arguments);
  expect(two.systemd?.units?.[0]).toBe(one.systemd?.units?.[0]);
});

test('sites share nothing', () => {
  const two = site({ cluster: { ...cluster, version: 'v2' } });
  baseConfig(site(), node(), 'join');
  expect(textOf(two, node(), '/etc/pilotlight/k3s.env')).toContain("PILOTLIGHT_K3S_VERSION='v2'");
});

test('the generation says what the node was made from', () => {
  const digest = sha256('the rest');
  const file = generationFile(site(), node(), 'bootstrap', digest);
  expect(file).toMatchObject({ path: '/etc/pilotlight/generation.json', mode: 0o644 });
  expect(JSON.parse(file.contents?.inline ?? '')).toEqual({
    site: 'lab',
    node: 'lenovo1',
    hostname: 'lenovo1.lab.example',
    variant: 'bootstrap',
    digest,
    release: releaseMarker,
  });
});

describe('variants', () => {
  test.each<[string, Partial<Node>, readonly string[], Variant[]]>([
    ['first of several', {}, cluster.servers, ['join', 'bootstrap']],
    ['lone server', {}, ['lenovo1.lab.example'], ['bootstrap']],
    ['other server', { firstServer: false }, cluster.servers, ['join']],
    ['agent', { role: 'agent', firstServer: false }, cluster.servers, ['agent']],
    ['none', { role: 'none', firstServer: false }, cluster.servers, ['none']],
  ])('%s', (_, changes, servers, expected) => {
    expect(variantsOf(site({ cluster: { ...cluster, servers } }), node(changes))).toEqual(expected);
  });

  test('only the unusual one is in the names of files', () => {
    expect([variantSuffix(site(), node(), 'join'), variantSuffix(site(), node(), 'bootstrap')]).toEqual([
      '',
      '.bootstrap',
    ]);
  });
});
