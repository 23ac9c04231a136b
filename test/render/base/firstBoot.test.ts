import { describe, expect, test } from 'vitest';
import type { Node, Variant } from '../../../src/inventory/model/node.ts';
import type { Cluster, Site } from '../../../src/inventory/model/site.ts';
import { baseConfig } from '../../../src/render/base/config.ts';
import { cluster, node, site, withNetwork } from '../fixtures/lab.ts';

function textOf(lab: Site, each: Node, path: string, variant: Variant = 'join'): string | undefined {
  return baseConfig(lab, each, variant).storage?.files?.find((file) => file.path === path)?.contents?.inline;
}

const file = (name: string, digit: string) => ({
  name,
  url: `https://github.example/${name}`,
  sha256: digit.repeat(64),
});

const assets: Cluster['assets'] = [
  {
    version: cluster.version,
    architecture: 'aarch64',
    files: [file('k3s-arm64', 'd'), file('k3s-airgap-images-arm64.tar.zst', 'e'), file('install.sh', 'c')],
  },
  {
    version: cluster.version,
    architecture: 'x86_64',
    files: [file('k3s', 'a'), file('k3s-airgap-images-amd64.tar.zst', 'b'), file('install.sh', 'c')],
  },
];

describe('what K3s a first boot fetches', () => {
  const lab = site({ cluster: { ...cluster, assets } });

  test('comes from the router, and is known by hash', () => {
    expect(textOf(lab, node(), '/etc/pilotlight/k3s.env')).toBe(
      [
        "PILOTLIGHT_K3S_VERSION='v1.35.2+k3s1'",
        "PILOTLIGHT_K3S_SOURCE='router'",
        "PILOTLIGHT_K3S_URL='http://192.168.26.1/pilotlight/k3s/v1.35.2+k3s1'",
        '',
      ].join('\n'),
    );
    expect(textOf(lab, node(), '/etc/pilotlight/k3s.sha256')).toBe(
      `${'a'.repeat(64)}  k3s\n${'b'.repeat(64)}  k3s-airgap-images-amd64.tar.zst\n${'c'.repeat(64)}  install.sh\n`,
    );
  });

  test('is that of the architecture', () => {
    const arm = node({ architecture: 'aarch64' });
    expect(textOf(lab, arm, '/etc/pilotlight/k3s.sha256')?.split('\n')[0]).toBe(
      `${'d'.repeat(64)}  k3s-arm64`,
    );
    expect(textOf(lab, arm, '/etc/pilotlight/node.env')).toContain("PILOTLIGHT_ARCH='arm64'");
  });

  test('comes without hashes from upstream, whose installer checks it', () => {
    const upstream = site({ cluster: { ...cluster, source: 'upstream' } });
    expect(textOf(upstream, node(), '/etc/pilotlight/k3s.env')).toContain("SOURCE='upstream'");
    expect(textOf(upstream, node(), '/etc/pilotlight/k3s.sha256')).toBeUndefined();
  });
});

describe('whom a first boot may join through', () => {
  const sibling = withNetwork(
    { address: { method: 'dhcp' } },
    { name: 'lenovo2', hostname: 'lenovo2.lab.example' },
  );
  const nodes = [node(), sibling];
  const servers = ['lenovo1.lab.example', 'lenovo2.lab.example'];

  function serversOf(changes: Partial<Cluster>) {
    return textOf(
      site({ nodes, cluster: { ...cluster, servers, ...changes } }),
      node(),
      '/etc/pilotlight/servers.env',
    );
  }

  test('each server by name, and by address where it has one', () => {
    expect(serversOf({})).toBe(
      "PILOTLIGHT_SERVERS='lenovo1.lab.example=192.168.26.11 lenovo2.lab.example='\nPILOTLIGHT_ENDPOINT=''\nPILOTLIGHT_CA_SHA256=''\n",
    );
  });

  test.each<[Cluster['endpoint'], string]>([
    [{ provider: 'dns', name: 'api.lab.example' }, 'api.lab.example='],
    [{ provider: 'kubeVip', address: '192.168.26.5', version: 'v1.0.1' }, '=192.168.26.5'],
    [
      { provider: 'kubeVip', address: '192.168.26.5', name: 'api.lab.example', version: 'v1.0.1' },
      'api.lab.example=192.168.26.5',
    ],
  ])('the endpoint %j', (endpoint, expected) => {
    expect(serversOf({ ...(endpoint === undefined ? {} : { endpoint }) })).toContain(
      `PILOTLIGHT_ENDPOINT='${expected}'\n`,
    );
  });

  test('the CA that is pinned', () => {
    expect(serversOf({ caSha256: 'f'.repeat(64) })).toContain(`PILOTLIGHT_CA_SHA256='${'f'.repeat(64)}'\n`);
  });
});

describe('the gate', () => {
  const routerOf = (changes: Partial<Site['router']>) => site({ router: { ...site().router, ...changes } });

  test.each<[string, Site, string]>([
    [
      'hears a node by its first MAC',
      site(),
      'http://192.168.26.1/pilotlight/cgi-bin/gate/98-fa-9b-1c-2d-01',
    ],
    ['is no program in static mode', routerOf({ gate: 'static' }), ''],
    ['is no program where a folder is served', routerOf({ target: 'directory' }), ''],
  ])('%s', (_, lab, address) => {
    expect(textOf(lab, node(), '/etc/pilotlight/gate.env')).toBe(`PILOTLIGHT_GATE='${address}'\n`);
  });
});

test('whoever founds a cluster and whoever joins one have the same K3s settings', () => {
  const path = '/etc/rancher/k3s/config.yaml';
  const lab = site();
  expect(textOf(lab, node(), path, 'bootstrap')).toBe(textOf(lab, node(), path, 'join'));
  expect(textOf(lab, node(), '/etc/pilotlight/node.env', 'bootstrap')).toContain("VARIANT='bootstrap'");
});
