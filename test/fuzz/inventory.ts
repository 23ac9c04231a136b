const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBxIBB+ILHpkFJboJMz0vKJEc+fiWGFr7A3qr/QMCOI+';
const image = (name: string, digit: string) => ({
  url: `https://images.example.org/44.20260707.3.1/x86_64/fedora-coreos-44.20260707.3.1-${name}`,
  sha256: digit.repeat(64),
});

const k3s = (name: string, digit: string) => ({
  url: `https://k3s.example.org/v1.34.1%2Bk3s1/${name}`,
  sha256: digit.repeat(64),
});

/** The files of an inventory, by path: data that is written as JSON, which is YAML too, and texts. */
export type Files = Readonly<Record<string, unknown>>;

/** An inventory that uses nearly every field that holds text, and makes a release. */
export const tame: Files = {
  'site.yaml': {
    name: 'lab',
    domain: 'lab.example.org',
    network: {
      cidr: '192.168.26.0/24',
      gateway: '192.168.26.1',
      dns: ['192.168.26.1', '192.168.26.2'],
      ntp: ['ntp.example.org'],
      dhcpPool: { from: '192.168.26.100', to: '192.168.26.199' },
    },
    router: {
      address: '192.168.26.1',
      url: 'http://router.example.org/pilotlight',
      storage: '/mnt/usb',
      ssh: { user: 'root', hostKeys: [`${key} router`] },
    },
    unknownMachines: 'localBoot',
    k3s: {
      version: 'v1.34.1+k3s1',
      token: { secret: 'K3S_TOKEN' },
      clusterCidr: '10.42.0.0/16',
      serviceCidr: '10.43.0.0/16',
      writeKubeconfigMode: '0600',
      kubeletArguments: ['max-pods=200'],
      tlsSans: ['api.example.org'],
      server: { 'audit-note': 'one' },
      agent: { 'node-external-ip': '203.0.113.7' },
    },
    ssh: { authorizedKeys: [`${key} ops@example.org`] },
    users: [
      {
        name: 'operator',
        sshAuthorizedKeys: [`${key} operator`],
        groups: ['wheel'],
        passwordHash: { secret: 'OPERATOR' },
      },
    ],
    updates: { strategy: 'windows', windows: [{ days: ['Sat'], start: '02:00', lengthMinutes: 60 }] },
    timezone: 'Europe/Paris',
    defaults: {
      labels: { room: 'cellar' },
      kernelArguments: ['quiet'],
      console: ['tty0'],
      overlays: ['note.bu'],
    },
    coreos: { stream: 'stable' },
    groups: [{ name: 'second', match: { labels: { room: 'cellar' } }, set: { labels: { shelf: 'two' } } }],
  },
  'nodes/one.yaml': {
    hostname: 'one',
    macs: ['98:fa:9b:1c:2d:01'],
    address: '192.168.26.11',
    role: 'server',
    installDisk: { device: '/dev/disk/by-id/nvme-one', keepPartitions: [{ label: 'data' }] },
    taints: [{ key: 'example.org/only', value: 'yes', effect: 'NoSchedule' }],
  },
  'nodes/two.yaml': {
    hostname: 'two.lab.example.org',
    macs: ['98:fa:9b:1c:2d:02', '98:fa:9b:1c:2d:03'],
    address: '192.168.26.12',
    gateway: '192.168.26.1',
    dns: ['192.168.26.3'],
    role: 'agent',
    installDisk: '/dev/disk/by-id/nvme-two',
    extraDisks: [{ device: '/dev/disk/by-id/ata-hdd', label: 'longhorn', mount: '/var/lib/longhorn' }],
    vlan: 26,
    bond: { mode: 'active-backup', options: { miimon: '100' } },
    ntp: ['ntp2.example.org'],
    power: [{ method: 'ssh', user: 'core' }, { method: 'wol' }],
    installer: {
      ignitionUrl: 'http://elsewhere.example.org/two.ign',
      networkArguments: ['rd.neednet=1'],
      initrdName: 'main',
    },
  },
  'images.lock.yaml': {
    coreos: [
      {
        stream: 'stable',
        version: '44.20260707.3.1',
        architecture: 'x86_64',
        kernel: image('live-kernel.x86_64', '1'),
        initramfs: image('live-initramfs.x86_64.img', '2'),
        rootfs: image('live-rootfs.x86_64.img', '3'),
      },
    ],
    k3s: [
      {
        version: 'v1.34.1+k3s1',
        architecture: 'x86_64',
        binary: k3s('k3s', '4'),
        airgapImages: k3s('k3s-airgap-images-amd64.tar.zst', '5'),
        installScript: k3s('install.sh', '6'),
      },
    ],
  },
  'overlays/note.bu': {
    variant: 'fcos',
    version: '1.6.0',
    storage: {
      files: [
        { path: '/etc/note', contents: { inline: 'on {{ node.hostname }} of {{ site.name }}' }, mode: 420 },
        { path: '/etc/token', contents: { inline: '{{ secret.NOTE }}' }, mode: 384 },
      ],
    },
    systemd: {
      units: [
        {
          name: 'note.service',
          contents: '[Unit]\nDescription=Note\n\n[Service]\nExecStart=/usr/bin/true\n',
        },
      ],
    },
  },
};

/** The way to a value: keys and indices. */
export type Path = readonly (string | number)[];

/** The ways to all texts of the inventory, the first part being the file. */
export const texts: readonly Path[] = [...textsIn(tame, [])];

function* textsIn(value: unknown, path: Path): Generator<Path> {
  if (typeof value === 'string') yield path;
  else if (value !== null && typeof value === 'object') {
    for (const [name, each] of Object.entries(value))
      yield* textsIn(each, [...path, Array.isArray(value) ? Number(name) : name]);
  }
}

/** The text at the end of a way. */
export function textAt(files: Files, path: Path): string {
  return String(path.reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], files));
}

/** A copy in which one value is another one. */
export function replaced<T>(value: T, [part, ...rest]: Path, replacement: unknown): T {
  if (part === undefined) return replacement as T;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const inner = copy as Record<string | number, unknown>;
  inner[part] = replaced(inner[part], rest, replacement);
  return copy as T;
}
