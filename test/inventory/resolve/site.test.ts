import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/inventory/inventory.ts';
import type { Site } from '../../../src/inventory/model/site.ts';
import type { Sources } from '../../../src/inventory/model/source.ts';
import {
  edited,
  imageLock,
  ipxeEntry,
  ipxeLock,
  k3sEntry,
  lab,
  lockEntry,
  minimalNode,
  sourcesOf,
  type Texts,
} from '../sources.ts';

function resolve(texts: Texts): Site {
  const { value } = readInventory(sourcesOf(texts));
  if (value === undefined) throw new Error('the site does not resolve');
  return value.site;
}

const minimal: Texts = {
  'site.yaml':
    'domain: example.org\nnetwork: { cidr: 10.16.5.7/12 }\nrouter: { address: 10.31.0.1 }\nk3s: { version: v1.35.2+k3s1 }\n',
  'images.lock.yaml': imageLock,
  'nodes/n1.yaml': minimalNode(1).replace('agent', 'server'),
};

describe('a site', () => {
  test('does not depend on the order of its files', () => {
    const whole = readInventory(sourcesOf(edited(lab, ['nodes/lenovo2.yaml', '.26.12', '.26.11'])));
    const { folder, files, findings } = sourcesOf(edited(lab, ['nodes/lenovo2.yaml', '.26.12', '.26.11']));
    fc.assert(
      fc.property(fc.shuffledSubarray([...files], { minLength: files.size }), (shuffled) => {
        const sources: Sources = { folder, files: new Map(shuffled), findings };
        const again = readInventory(sources);
        expect(again.value?.site).toEqual(whole.value?.site);
        expect(again.findings).toEqual(whole.findings);
      }),
      { numRuns: 30 },
    );
  });

  test('needs little', () => {
    const site = resolve(minimal);
    expect(site).toMatchObject({
      name: 'example',
      network: { cidr: '10.16.0.0/12', gateway: '10.31.0.1', dns: ['10.31.0.1'], ntp: [] },
      router: {
        url: 'http://10.31.0.1:8069',
        gate: 'cgi',
        storage: '/mnt/usb',
        target: 'openwrt',
        ssh: { user: 'root', port: 22, hostKeys: [] },
        keepReleases: 5,
      },
      unknownMachines: 'localBoot',
      strict: true,
      cluster: { servers: ['n1.example.org'], firstServer: 'n1.example.org', token: { secret: 'K3S_TOKEN' } },
      ipxe: [],
      secrets: [{ secret: 'K3S_TOKEN' }],
    });
    expect(site.nodes[0]).toMatchObject({ firstServer: true, macs: ['02:00:00:00:00:01'] });
  });

  test('has the iPXE binaries of the lock, from a file or a URL', () => {
    const entries = ipxeLock(
      ipxeEntry(),
      ipxeEntry({ name: 'ipxe.efi', source: 'url: "https://a.example/b", size: 7', sha256: '6' }),
    );
    const site = resolve({ ...minimal, 'images.lock.yaml': imageLock + entries });
    const common = { architecture: 'x86_64' };
    expect(site.ipxe).toEqual([
      { ...common, name: 'snponly.efi', source: { path: '/a.efi' }, sha256: '5'.repeat(64) },
      {
        ...common,
        name: 'ipxe.efi',
        source: { url: 'https://a.example/b' },
        sha256: '6'.repeat(64),
        size: 7,
      },
    ]);
  });

  test('without a role has no cluster, and no token among its secrets', () => {
    const site = resolve(edited(minimal, ['nodes/n1.yaml', 'server', 'none']));
    expect(site.cluster).toBeUndefined();
    expect(site.secrets).toEqual([]);
  });

  test('lists the first server first, and all others by name', () => {
    const site = resolve(
      edited(
        lab,
        ['nodes/lenovo1.yaml', 'firstServer: true\n', ''],
        ['nodes/lenovo3.yaml', '', 'firstServer: true\n'],
      ),
    );
    const servers = ['lenovo3', 'lenovo1', 'lenovo2'].map((name) => `${name}.lab.home.lerenn.net`);
    expect(site.cluster).toMatchObject({ firstServer: servers[0], servers });
  });

  test('with Cilium has no Flannel and no network policy of K3s', () => {
    const site = resolve(edited(minimal, ['site.yaml', 'k3s: { ', 'k3s: { cni: cilium, ']));
    expect(site.cluster).toMatchObject({ cni: 'cilium', flannelBackend: 'none', disableNetworkPolicy: true });
  });

  test('collects secrets from site, nodes and templates of overlays, the highest version of each', () => {
    const site = resolve(
      edited(
        lab,
        ['site.yaml', '', 'users: [{ name: ops, passwordHash: { secret: OPS, version: 3 } }]\n'],
        [
          'nodes/lenovo1.yaml',
          '',
          'power: [{ method: ipmi, address: 192.168.26.51, user: a, password: { secret: BMC } }]\n',
        ],
        ['overlays/common.bu', '', '# {{ secret.OPS }} {{- secret.WIFI | json }}\n'],
      ),
    );
    expect(site.secrets).toEqual([
      { secret: 'BMC' },
      { secret: 'K3S_TOKEN' },
      { secret: 'OPS', version: 3 },
      { secret: 'WIFI' },
    ]);
  });

  test('takes manifests in order of name', () => {
    const site = resolve(edited(lab, ['manifests/b.yaml', '', 'b: 1\n'], ['manifests/a.yaml', '', 'a: 1\n']));
    expect(site.manifests).toEqual([
      { file: 'inventory/manifests/a.yaml', name: 'a.yaml', text: 'a: 1\n' },
      { file: 'inventory/manifests/b.yaml', name: 'b.yaml', text: 'b: 1\n' },
    ]);
  });
});

describe('images', () => {
  const older = edited(minimal, ['images.lock.yaml', '', lockEntry('44.20260101.3.0', 'x86_64')]);

  test('are the newest of the stream', () => {
    expect(resolve(older).nodes[0]?.images?.version).toBe('44.20260707.3.1');
    const newer = edited(minimal, ['images.lock.yaml', '', lockEntry('44.20260707.10.0', 'x86_64')]);
    expect(resolve(newer).nodes[0]?.images?.version).toBe('44.20260707.10.0');
  });

  test('are those of the pin, the stream and the architecture', () => {
    const pinned = edited(older, ['site.yaml', '', 'coreos: { version: 44.20260101.3.0 }\n']);
    expect(resolve(pinned).nodes[0]?.images?.version).toBe('44.20260101.3.0');
    const arm = edited(older, ['nodes/n1.yaml', '', 'architecture: aarch64\n']);
    expect(resolve(arm).nodes[0]?.images?.kernel.name).toBe(
      'fedora-coreos-44.20260707.3.1-live-kernel.aarch64',
    );
    const testing = edited(older, ['nodes/n1.yaml', '', 'coreos: { stream: testing }\n']);
    expect(resolve(testing).nodes[0]?.images).toBeUndefined();
  });

  describe('have the metal image', () => {
    const metal = `    metalImage: { url: https://x.test/m, sha256: ${'d'.repeat(64)}, signature: https://x.test/m.sig, signatureSha256: ${'e'.repeat(64)}, signatureSize: 566 }\n`;
    const two = edited({ ...minimal, 'nodes/n2.yaml': minimalNode(2) }, [
      'images.lock.yaml',
      '    kernel',
      `${metal}    kernel`,
    ]);
    const setsOf = (...edits: readonly (readonly [string, string, string])[]) =>
      resolve(edited(two, ...edits)).nodes.map(({ images }) => images);

    test('where one of the nodes that share them installs it, and they go on sharing them', () => {
      const [first, second] = setsOf(['nodes/n2.yaml', '', 'installer: { source: metalImage }\n']);
      expect(first?.metalImage).toMatchObject({ signatureSha256: 'e'.repeat(64), signatureSize: 566 });
      expect(first).toBe(second);
    });

    test.each([
      ['nobody asks for it', ''],
      [
        'it comes from elsewhere',
        'installer: { source: metalImage, urls: { metalImage: http://x.test/m } }\n',
      ],
      ['nothing is installed', 'installer: { source: metalImage, mode: live }\n'],
    ])('not where %s', (_why, more) => {
      const [first, second] = setsOf(...(more === '' ? [] : [['nodes/n2.yaml', '', more] as const]));
      expect(first).toBeDefined();
      expect(first).not.toHaveProperty('metalImage');
      expect(first).toBe(second);
    });
  });
});

describe('what nodes share', () => {
  const shared = [
    'users',
    'overlays',
    'installer',
    'kernelArguments',
    'extraDisks',
    'labels',
    'taints',
    'power',
  ] as const;

  test('is one object', () => {
    const [first, ...others] = resolve(lab).nodes;
    for (const other of others)
      for (const key of [...shared, 'images'] as const) expect(other[key], key).toBe(first?.[key]);
  });

  test('is one object for equal values of their own, too', () => {
    const own = 'kernelArguments: [quiet]\nlabels: { a: b }\n';
    const [first, second, third] = resolve(
      edited(lab, ['nodes/lenovo1.yaml', '', own], ['nodes/lenovo2.yaml', '', own]),
    ).nodes;
    expect(second?.kernelArguments).toBe(first?.kernelArguments);
    expect(second?.labels).toBe(first?.labels);
    expect(third?.labels).not.toEqual(first?.labels);
    expect(third?.users).toBe(first?.users);
  });
});

describe('the router', () => {
  test('is reached through another host, which has defaults of its own', () => {
    const ssh = 'ssh: { port: 2222, user: admin, jump: { host: gate.example.org } }';
    const site = resolve(edited(minimal, ['site.yaml', 'address: 10.31.0.1', `address: 10.31.0.1, ${ssh}`]));
    expect(site.router.ssh).toEqual({
      port: 2222,
      user: 'admin',
      hostKeys: [],
      jump: { host: 'gate.example.org', port: 22, user: 'root', hostKeys: [] },
    });
  });

  test('may be a folder of this machine', () => {
    const more = 'target: directory, storage: /srv/boot/, keepReleases: 2';
    const site = resolve(edited(minimal, ['site.yaml', 'address: 10.31.0.1', `address: 10.31.0.1, ${more}`]));
    expect(site.router).toMatchObject({ target: 'directory', storage: '/srv/boot', keepReleases: 2 });
    expect(site.router.ssh).not.toHaveProperty('jump');
  });
});

describe('K3s of the image lock', () => {
  const other = k3sEntry({}).replace('k3s:\n', '').replace('x86_64', 'aarch64');
  const assets = (...edits: Parameters<typeof edited>[1][]) =>
    resolve(edited(minimal, ['images.lock.yaml', '', k3sEntry({}) + other], ...edits)).cluster?.assets;

  test('is there for the architectures of the cluster alone', () => {
    expect(assets()?.map(({ architecture }) => architecture)).toEqual(['x86_64']);
    const arm = minimalNode(2, 'architecture: aarch64\n');
    const both = assets(['nodes/n2.yaml', '', arm]);
    expect(both?.map(({ architecture }) => architecture)).toEqual(['aarch64', 'x86_64']);
    expect(assets(['nodes/n2.yaml', '', arm.replace('agent', 'none')])).toHaveLength(1);
    expect(both?.[1]?.files.map(({ name }) => name)).toEqual([
      'k3s',
      'k3s-airgap-images-amd64.tar.zst',
      'install.sh',
    ]);
  });

  test('is not there for another version, or a cluster that fetches it elsewhere', () => {
    expect(assets(['site.yaml', 'v1.35.2+k3s1', 'v1.35.1+k3s1'])).toEqual([]);
    expect(assets(['site.yaml', '+k3s1 }', '+k3s1, source: upstream }'])).toEqual([]);
    expect(resolve(minimal).cluster?.assets).toEqual([]);
  });
});
