import { ipxeEntry, ipxeLock, k3sEntry, lockEntry, publicKey } from '../sources.ts';
import { endpointCases } from './endpointCases.ts';
import { powerCases } from './powerCases.ts';

/** A way to make the lab wrong in one point. */
export interface Case {
  readonly code: string;
  /** What is changed: path, text that is replaced (empty: appended to), replacement. */
  readonly edits: readonly (readonly [string, string, string])[];
  /** What is found: place as `path:line:column`, and message. */
  readonly at: string;
  readonly message: string;
}

const site = 'site.yaml';
const lock = 'images.lock.yaml';
const node1 = 'nodes/lenovo1.yaml';
const node2 = 'nodes/lenovo2.yaml';
const node3 = 'nodes/lenovo3.yaml';
const metalImage = `    metalImage: { url: https://builds.example.org/44.20260707.3.1-metal.raw.xz, sha256: ${'f'.repeat(64)} }\n`;
const disk2 = '/dev/disk/by-id/nvme-SAMSUNG_MZVLB512_S4ENNX0R000002';

const fourth = `macs: [98:fa:9b:1c:2d:04]
address: 192.168.26.14
role: server
installDisk: /dev/disk/by-id/nvme-4
`;
const agent = (more = '') => fourth.replace('server', 'agent') + more;
const plain = (more = '') => fourth.replace('server', 'none') + more;

/** An extra disk in the second node's file, from its line 7 on. */
const extra = (device: string, label: string, more = '') =>
  `  - device: /dev/disk/by-id/${device}\n    label: ${label}\n${more}`;
const extraDisks = (...disks: string[]): readonly [string, string, string] => [
  node2,
  '',
  `extraDisks:\n${disks.join('')}`,
];

/** Host keys of the router, from line 9 of site.yaml on. */
const hostKeyLines = (...lines: string[]): readonly [string, string, string] => [
  site,
  'router:\n',
  `router:\n  ssh:\n    hostKeys:\n${lines.map((line) => `      - ${line}\n`).join('')}`,
];

/** Cilium by its chart, from line 9 of site.yaml on. */
const ciliumLines = '  cni: cilium\n  charts: { cilium: { version: 1.18.4 } }\n';

const rolesOff: Case['edits'] = [
  [node1, 'role: server', 'role: none'],
  [node1, 'firstServer: true\n', ''],
  [node2, 'role: server', 'role: none'],
  [node3, 'role: server', 'role: none'],
];

/** Every finding about names, addresses and networks. */
export const networkCases: readonly Case[] = [
  {
    code: 'PL1201',
    edits: [[node2, '', 'hostname: lenovo1\n']],
    at: `${node2}:7:11`,
    message: 'host name lenovo1.lab.home.lerenn.net is already that of inventory/nodes/lenovo1.yaml',
  },
  {
    code: 'PL1206',
    edits: [['nodes/Big_Box.yaml', '', plain()]],
    at: 'nodes/Big_Box.yaml:1:1',
    message: 'the file\'s name "Big_Box" is no host name (RFC 1123: lower-case letters, digits and hyphens)',
  },
  {
    code: 'PL1207',
    edits: [
      [site, 'domain: lab.home.lerenn.net', `domain: ${`${'a'.repeat(60)}.`.repeat(4)}a`],
      [node2, '', 'hostname: lenovo22\n'],
    ],
    at: `${node2}:7:11`,
    message: 'the full host name has 254 characters, 253 is the most',
  },
  {
    code: 'PL1208',
    edits: [[node2, '', 'hostname: lenovo2.example.org\n']],
    at: `${node2}:7:11`,
    message: "host name lenovo2.example.org is outside the site's domain lab.home.lerenn.net",
  },
  {
    code: 'PL1203',
    edits: [[node2, '98:fa:9b:1c:2d:02', '98-FA-9B-1C-2D-01']],
    at: `${node2}:3:5`,
    message: "MAC 98:fa:9b:1c:2d:01 is already lenovo1's",
  },
  {
    code: 'PL1211',
    edits: [[node2, '98:fa:9b:1c:2d:02', '01:00:5e:00:00:01']],
    at: `${node2}:3:5`,
    message: 'MAC 01:00:5e:00:00:01 is a multicast address, not that of an interface',
  },
  {
    code: 'PL1204',
    edits: [[node2, '192.168.26.12', '192.168.26.11']],
    at: `${node2}:6:10`,
    message: "address 192.168.26.11 is already lenovo1's",
  },
  {
    code: 'PL1214',
    edits: [[node2, '192.168.26.12', '192.168.27.12']],
    at: `${node2}:6:10`,
    message: "address 192.168.27.12 is outside the site's network 192.168.26.0/24",
  },
  {
    code: 'PL1215',
    edits: [[node2, '192.168.26.12', '192.168.26.255']],
    at: `${node2}:6:10`,
    message: 'address 192.168.26.255 is the broadcast address of 192.168.26.0/24',
  },
  {
    code: 'PL1216',
    edits: [[node2, '192.168.26.12', '192.168.26.1']],
    at: `${node2}:6:10`,
    message: "address 192.168.26.1 is the router's",
  },
  {
    code: 'PL1217',
    edits: [[node2, '192.168.26.12', '192.168.26.199']],
    at: `${node2}:6:10`,
    message: 'address 192.168.26.199 is inside the DHCP pool 192.168.26.100 to 192.168.26.199',
  },
  {
    code: 'PL1218',
    edits: [[site, 'address: 192.168.26.1', 'address: 192.168.25.1']],
    at: `${site}:7:12`,
    message: "router address 192.168.25.1 is outside the site's network 192.168.26.0/24",
  },
  {
    code: 'PL1219',
    edits: [[node2, '', 'gateway: 10.0.0.1\n']],
    at: `${node2}:7:10`,
    message: "gateway 10.0.0.1 is outside the site's network 192.168.26.0/24",
  },
  {
    code: 'PL1221',
    edits: [[site, 'clusterCidr: 10.42.0.0/16', 'clusterCidr: 10.42.1.0/16']],
    at: `${site}:12:16`,
    message: 'clusterCidr 10.42.1.0/16 has host bits set',
  },
  {
    code: 'PL1222',
    edits: [[site, '  serviceCidr: 10.43.0.0/16\n', '  serviceCidr: 10.42.128.0/17\n']],
    at: `${site}:13:16`,
    message: 'serviceCidr 10.42.128.0/17 overlaps clusterCidr 10.42.0.0/16',
  },
  {
    code: 'PL1223',
    edits: [[site, 'clusterCidr: 10.42.0.0/16', 'clusterCidr: 10.42.0.0/23']],
    at: `${site}:12:16`,
    message: 'clusterCidr 10.42.0.0/23 has room for the pods of 2 nodes, and 3 have a role',
  },
  {
    code: 'PL1224',
    edits: [[site, 'to: 192.168.26.199', 'to: 192.168.27.9']],
    at: `${site}:5:41`,
    message: "the DHCP pool's end 192.168.27.9 is outside 192.168.26.0/24",
  },
  {
    code: 'PL1225',
    edits: [[site, 'to: 192.168.26.199', 'to: 192.168.26.99']],
    at: `${site}:5:21`,
    message: 'the DHCP pool ends before it begins',
  },
  {
    code: 'PL1226',
    edits: [[site, 'address: 192.168.26.1', 'address: 192.168.26.150']],
    at: `${site}:5:13`,
    message: "the DHCP pool takes in the router's address 192.168.26.150",
  },
  {
    code: 'PL1284',
    edits: [[node2, '', 'bond:\n  mode: active-backup\n  macs: [98:fa:9b:1c:2d:02, 98:fa:9b:1c:2d:99]\n']],
    at: `${node2}:9:29`,
    message: 'MAC 98:fa:9b:1c:2d:99 is in the bond of lenovo2, but not among its macs',
  },
];

/** Every finding about the cluster. */
export const clusterCases: readonly Case[] = [
  {
    code: 'PL1230',
    edits: [[node1, 'firstServer: true\n', '']],
    at: `${site}:8:1`,
    message: '3 servers, but none is the first server',
  },
  {
    code: 'PL1231',
    edits: [[node2, '', 'firstServer: true\n']],
    at: `${node2}:7:14`,
    message: 'lenovo2 is a second first server beside lenovo1',
  },
  {
    code: 'PL1232',
    edits: [['nodes/lenovo4.yaml', '', fourth]],
    at: `${site}:8:1`,
    message: '4 servers: an even number survives no more failures than one server less',
  },
  {
    code: 'PL1233',
    edits: [...rolesOff, ['nodes/lenovo4.yaml', '', agent()]],
    at: 'nodes/lenovo4.yaml:3:7',
    message: '1 agent, but no server to join',
  },
  {
    code: 'PL1234',
    edits: [
      [site, 'k3s:\n  version: v1.35.2+k3s1\n', 'defaults:\n  labels: {}\n'],
      [site, '  disable: [traefik, servicelb, local-storage, metrics-server]\n', ''],
      [site, '  disableNetworkPolicy: true\n', ''],
      [site, '  clusterCidr: 10.42.0.0/16\n', ''],
      [site, '  serviceCidr: 10.43.0.0/16\n', ''],
      [site, '  writeKubeconfigMode: "0644"\n', ''],
      [site, '  kubeletArguments: [max-pods=200]\n', ''],
      [site, 'defaults:\n  kernelArguments: [ipv6.disable=1]\n', ''],
    ],
    at: `${node1}:4:7`,
    message: '3 nodes with a role in K3s, but site.yaml has no k3s',
  },
  {
    code: 'PL1235',
    edits: rolesOff,
    at: `${site}:8:1`,
    message: 'site.yaml has k3s, but no node has a role in it',
  },
  {
    code: 'PL1236',
    edits: [['nodes/lenovo4.yaml', '', agent('firstServer: true\n')]],
    at: 'nodes/lenovo4.yaml:5:14',
    message: 'lenovo4 is the first server, but its role is agent',
  },
  {
    code: 'PL1271',
    edits: [[site, '  version: v1', `${ciliumLines}  flannelBackend: vxlan\n  version: v1`]],
    at: `${site}:11:19`,
    message: 'with cni: cilium there is no Flannel, but flannelBackend is vxlan',
  },
  {
    code: 'PL1271',
    edits: [[site, '  version: v1', `${ciliumLines}  server: { disable-kube-proxy: true }\n  version: v1`]],
    at: `${site}:11:33`,
    message: "K3s's kube-proxy is off, and Cilium does not do what it did: no service can be reached",
  },
  {
    code: 'PL1271',
    edits: [
      [
        site,
        '  version: v1',
        `${ciliumLines.replace('4 }', '4, values: { kubeProxyReplacement: true } }')}  server: { disable-kube-proxy: false }\n  version: v1`,
      ],
    ],
    at: `${site}:11:33`,
    message: "Cilium does what kube-proxy does, but K3s's kube-proxy is on",
  },
  {
    code: 'PL1272',
    edits: [[site, '  version: v1', '  cni: none\n  version: v1']],
    at: `${site}:9:8`,
    message: 'with cni: none nothing brings the network of the pods: there are no manifests',
  },
  {
    code: 'PL1274',
    edits: [[site, 'max-pods=200', '"container-runtime-endpoint=unix:///run/containerd/containerd.sock"']],
    at: `${site}:15:22`,
    message:
      "container-runtime-endpoint=unix:///run/containerd/containerd.sock points the kubelet away from K3s's own containerd",
  },
  {
    code: 'PL1276',
    edits: [[site, '  version: v1', '  server: { tls-san+: [a.example.org] }\n  version: v1']],
    at: `${site}:9:13`,
    message: 'Pilotlight writes tls-san itself',
  },
  {
    code: 'PL1291',
    edits: [[site, '  version: v1', '  agent: { selinux: true }\n  version: v1']],
    at: `${site}:9:12`,
    message: 'selinux: true needs the policy k3s-selinux, which nothing installs',
  },
  {
    code: 'PL1277',
    edits: [[node2, '', 'labels: { ".example..org/rack": one }\n']],
    at: `${node2}:7:11`,
    message: 'the part of label .example..org/rack before the slash is no domain',
  },
  {
    code: 'PL1278',
    edits: [[node2, '', 'labels: { node-role.kubernetes.io/worker: "true" }\n']],
    at: `${node2}:7:11`,
    message: 'a node may not give itself the label node-role.kubernetes.io/worker',
  },
  {
    code: 'PL1279',
    edits: [
      [
        node2,
        '',
        'taints:\n  - { key: a, effect: NoExecute }\n  - { key: a, value: b, effect: NoExecute }\n',
      ],
    ],
    at: `${node2}:9:12`,
    message: 'taint a with effect NoExecute is given twice',
  },
  {
    code: 'PL1290',
    edits: [[node2, '', 'updates:\n  windows: [{ days: [Sun], start: "23:00", lengthMinutes: 180 }]\n']],
    at: `${node2}:8:12`,
    message: 'lenovo2 may reboot in the same update window as lenovo1',
  },
  {
    code: 'PL1292',
    edits: [[site, '', 'updates:\n  windows: [{ days: [Sun], start: "23:00", lengthMinutes: 30 }]\n']],
    at: `${site}:23:12`,
    message: 'lenovo1 has 10 minutes to update itself, 15 is the least',
  },
];

/** Every finding about disks, images and how nodes are installed. */
export const installCases: readonly Case[] = [
  {
    code: 'PL1205',
    edits: [[node2, 'S4ENNX0R000002', 'S4ENNX0R000001']],
    at: `${node2}:5:14`,
    message: "disk /dev/disk/by-id/nvme-SAMSUNG_MZVLB512_S4ENNX0R000001 is already lenovo1's",
  },
  {
    code: 'PL1240',
    edits: [[node2, disk2, '/dev/nvme0n1']],
    at: `${node2}:5:14`,
    message: '/dev/nvme0n1 may be another disk after the next boot',
  },
  {
    code: 'PL1241',
    edits: [extraDisks(`  - device: ${disk2}\n    label: data\n`)],
    at: `${node2}:8:13`,
    message: `extra disk ${disk2} is the install disk of lenovo2`,
  },
  {
    code: 'PL1242',
    edits: [extraDisks(extra('sata-a', 'one'), extra('sata-a', 'two'))],
    at: `${node2}:10:13`,
    message: 'disk /dev/disk/by-id/sata-a is used by two extra disks',
  },
  {
    code: 'PL1243',
    edits: [
      extraDisks(
        extra('sata-a', 'one', '    mount: /var/lib/a\n'),
        extra('sata-b', 'two', '    mount: /var//lib/a/\n'),
      ),
    ],
    at: `${node2}:13:12`,
    message: 'mount point /var//lib/a/ is used by two extra disks',
  },
  {
    code: 'PL1244',
    edits: [extraDisks(extra('sata-a', 'one', '    mount: /var/../usr/a\n'))],
    at: `${node2}:10:12`,
    message: 'mount point /var/../usr/a is not under /var',
  },
  {
    code: 'PL1245',
    edits: [extraDisks(extra('sata-a', 'boot'))],
    at: `${node2}:9:12`,
    message: 'label boot is that of a file system of Fedora CoreOS itself',
  },
  {
    code: 'PL1246',
    edits: [extraDisks(extra('sata-a', 'longhorn-data'))],
    at: `${node2}:9:12`,
    message: 'label longhorn-data has 13 characters, xfs takes 12',
  },
  {
    code: 'PL1247',
    edits: [
      [
        node2,
        `installDisk: ${disk2}`,
        `installDisk: { device: ${disk2}, keepPartitions: [{ index: "7-5" }] }`,
      ],
    ],
    at: `${node2}:5:104`,
    message: 'partitions 7-5: not a range between 1 and 128',
  },
  {
    code: 'PL1248',
    edits: [[node2, `installDisk: ${disk2}\n`, '']],
    at: `${node2}:2:1`,
    message: 'lenovo2 has no installDisk',
  },
  {
    code: 'PL1249',
    edits: [[node2, disk2, `${disk2}-part4`]],
    at: `${node2}:5:14`,
    message: `${disk2}-part4 is a partition, not a whole disk`,
  },
  {
    code: 'PL1264',
    edits: [[node2, '', 'coreos: { stream: testing }\n']],
    at: `${node2}:7:19`,
    message: 'inventory/images.lock.yaml has no Fedora CoreOS testing for x86_64, needed by lenovo2',
  },
  {
    code: 'PL1265',
    edits: [[site, '', 'coreos: { version: 43.20250101.3.0 }\n']],
    at: `${site}:22:20`,
    message:
      'Fedora CoreOS 43.20250101.3.0 is pinned for lenovo1 and 2 more, but inventory/images.lock.yaml has 44.20260707.3.1',
  },
  {
    code: 'PL1266',
    edits: [[lock, '44.20260707.3.1-live-initramfs', '44.20260101.3.0-live-initramfs']],
    at: `${lock}:12:23`,
    message: 'the initramfs is of 44.20260101.3.0, the entry of 44.20260707.3.1',
  },
  {
    code: 'PL1267',
    edits: [[lock, 'b'.repeat(64), 'a'.repeat(64)]],
    at: `${lock}:12:118`,
    message: 'initramfs has the same hash as kernel',
  },
  {
    code: 'PL1268',
    edits: [[lock, 'https://builds', 'http://builds']],
    at: `${lock}:11:20`,
    message: 'the kernel is fetched without TLS',
  },
  {
    code: 'PL1269',
    edits: [[lock, '', lockEntry('44.20260707.3.1', 'x86_64')]],
    at: `${lock}:21:14`,
    message: 'stable 44.20260707.3.1 for x86_64 is locked twice',
  },
  {
    code: 'PL1266',
    edits: [[lock, k3sEntry({}), k3sEntry({ binary: ['v1.34.1%2Bk3s1/k3s', 'd'] })]],
    at: `${lock}:4:20`,
    message: 'the binary is of v1.34.1+k3s1, the entry of v1.35.2+k3s1',
  },
  {
    code: 'PL1267',
    edits: [[lock, k3sEntry({}), k3sEntry({ installScript: ['install.sh', 'd'] })]],
    at: `${lock}:6:71`,
    message: 'installScript has the same hash as binary',
  },
  {
    code: 'PL1268',
    edits: [
      [
        lock,
        k3sEntry({}),
        k3sEntry({}).replace('https://k3s.example.org/k3s,', 'http://k3s.example.org/k3s,'),
      ],
    ],
    at: `${lock}:4:20`,
    message: 'the binary is fetched without TLS',
  },
  {
    code: 'PL1269',
    edits: [[lock, k3sEntry({}), k3sEntry({}) + k3sEntry({}).replace('k3s:\n', '')]],
    at: `${lock}:7:14`,
    message: 'K3s v1.35.2+k3s1 for x86_64 is locked twice',
  },
  {
    code: 'PL1270',
    edits: [[lock, k3sEntry({}), k3sEntry({}).replace('version: v1.35.2', 'version: v1.35.1')]],
    at: `${site}:9:12`,
    message: 'inventory/images.lock.yaml has no K3s v1.35.2+k3s1 for x86_64',
  },
  {
    code: 'PL1270',
    edits: [[lock, k3sEntry({}), k3sEntry({ airgapImages: undefined })]],
    at: `${lock}:2:14`,
    message: 'the entry lacks airgapImages',
  },
  {
    code: 'PL1267',
    edits: [[lock, '', ipxeLock(ipxeEntry(), ipxeEntry({ name: 'ipxe.efi' }))]],
    at: `${lock}:22:67`,
    message: 'ipxe.efi for x86_64 has the hash of another binary',
  },
  {
    code: 'PL1268',
    edits: [[lock, '', ipxeLock(ipxeEntry({ source: 'url: http://boot.example.org/snponly.efi' }))]],
    at: `${lock}:21:53`,
    message: 'snponly.efi for x86_64 is fetched without TLS',
  },
  {
    code: 'PL1269',
    edits: [[lock, '', ipxeLock(ipxeEntry(), ipxeEntry({ sha256: '7' }))]],
    at: `${lock}:22:35`,
    message: 'snponly.efi for x86_64 is locked twice',
  },
  {
    code: 'PL1298',
    edits: [[lock, '', ipxeLock(ipxeEntry({ source: 'size: 1' }))]],
    at: `${lock}:21:5`,
    message: 'snponly.efi for x86_64 comes from nowhere',
  },
  {
    code: 'PL1298',
    edits: [
      [lock, '', ipxeLock(ipxeEntry({ source: 'path: a.efi, url: "https://boot.example.org/a.efi"' }))],
    ],
    at: `${lock}:21:54`,
    message: 'snponly.efi for x86_64 comes from two places',
  },
  {
    code: 'PL1273',
    edits: [[lock, k3sEntry({}), k3sEntry({ binary: ['k3s-amd64', 'd'] })]],
    at: `${lock}:4:20`,
    message: 'the binary for x86_64 is named "k3s-amd64", not k3s',
  },
  {
    code: 'PL1275',
    edits: [
      [
        lock,
        k3sEntry({}),
        k3sEntry({}) +
          k3sEntry({
            binary: ['k3s-arm64', '1a'],
            airgapImages: ['k3s-airgap-images-arm64.tar.zst', '2a'],
            installScript: ['install.sh', '3a'],
          })
            .replace('k3s:\n', '')
            .replace('x86_64', 'aarch64'),
      ],
    ],
    at: `${lock}:11:27`,
    message: 'install.sh of K3s v1.35.2+k3s1 is pinned with two hashes',
  },
  {
    code: 'PL1280',
    edits: [[node2, '', "kernelArguments: ['quiet\"x']\n"]],
    at: `${node2}:7:19`,
    message: 'kernel argument "quiet\\"x" has "\\"" in it',
  },
  {
    code: 'PL1281',
    edits: [[node2, '', 'kernelArguments: [coreos.inst.stream=stable]\n']],
    at: `${node2}:7:19`,
    message: 'kernel argument coreos.inst.stream=stable is not for you to give',
  },
  {
    code: 'PL1294',
    edits: [[site, '  kernelArguments', '  installer: { source: metalImage }\n  kernelArguments']],
    at: `${site}:21:24`,
    message: 'lenovo1 installs the metal image, but 44.20260707.3.1 is locked without one',
  },
  {
    code: 'PL1282',
    edits: [
      [site, '  kernelArguments', '  installer: { source: metalImage }\n  kernelArguments'],
      [lock, '    kernel', `${metalImage}    kernel`],
    ],
    at: `${site}:21:24`,
    message: 'lenovo1 installs the metal image of 44.20260707.3.1, which is locked without its signature',
  },
  {
    code: 'PL1283',
    edits: [[site, '', 'images: { keys: [keys/fedora.asc] }\n']],
    at: `${site}:22:18`,
    message: 'there is no inventory/keys/fedora.asc',
  },
  {
    code: 'PL1283',
    edits: [
      [site, '', 'images: { keys: [keys/fedora.asc] }\n'],
      ['keys/fedora.asc', '', 'key'],
    ],
    at: `${site}:22:18`,
    message: 'inventory/keys/fedora.asc has no armoured OpenPGP public key in it',
  },
  {
    code: 'PL1283',
    edits: [[site, '', 'images: { keys: ["-----BEGIN PGP PUBLIC KEY BLOCK----- x"] }\n']],
    at: `${site}:22:18`,
    message: 'this has the beginning of an armoured key, and not its end',
  },
  {
    code: 'PL1298',
    edits: [[site, '', 'images: { ipxe: [{ architecture: x86_64 }] }\n']],
    at: `${site}:22:18`,
    message: 'snponly.efi for x86_64 comes from nowhere',
  },
  {
    code: 'PL1299',
    edits: [[site, '', 'images: { ipxe: [{ architecture: aarch64, path: a.efi }] }\n']],
    at: `${site}:22:49`,
    message: 'there is no inventory/a.efi',
  },
  {
    code: 'PL1299',
    edits: [[lock, '', ipxeLock(ipxeEntry({ source: 'path: ./b.efi' }))]],
    at: `${lock}:21:54`,
    message: 'there is no inventory/b.efi',
  },
  {
    code: 'PL1295',
    edits: [[node2, '', 'installer: { insecure: true }\n']],
    at: `${node2}:7:24`,
    message: 'insecure does nothing with source: osmet',
  },
  {
    code: 'PL1296',
    edits: [[node2, '', 'installer: { ignitionUrl: "http://192.168.26.1/x.ign" }\n']],
    at: `${node2}:7:27`,
    message: 'the install script of lenovo2 needs no gate: whatever boots it installs the machine',
  },
];

/** Every finding about files, groups, keys, secrets and rules. */
export const otherCases: readonly Case[] = [
  {
    code: 'PL1250',
    edits: [['overlays/common.bu', '', '# password: hunter22\n']],
    at: 'overlays/common.bu:3:1',
    message: 'this looks like a secret in clear: password has its value in clear',
  },
  {
    code: 'PL1251',
    edits: [[site, publicKey, publicKey.replace('AAAAC3', 'AAAAC4')]],
    at: `${site}:18:7`,
    message: `SSH key ssh-ed25519 AAAAC4NzaC1lZDI1NT… ops@lab: it says ssh-ed25519, but its data is of no known type`,
  },
  {
    code: 'PL1252',
    edits: [hostKeyLines('ssh-rsa')],
    at: `${site}:9:9`,
    message: 'this is no host key',
  },
  {
    code: 'PL1253',
    edits: [hostKeyLines(publicKey, `router.lan ${publicKey}`)],
    at: `${site}:10:9`,
    message: `the host key SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA is pinned twice`,
  },
  {
    code: 'PL1255',
    edits: [[site, 'router:\n', 'router:\n  ssh: { port: 2222 }\n']],
    at: `${site}:7:3`,
    message: 'no host key of the router is pinned',
  },
  {
    code: 'PL1255',
    edits: [
      [site, 'router:\n', `router:\n  ssh: { hostKeys: [${publicKey}], jump: { host: gate.example.org } }\n`],
    ],
    at: `${site}:7:112`,
    message: 'no host key of the jump host is pinned',
  },
  {
    code: 'PL1254',
    edits: [
      [node2, '', 'users: [{ name: ops, passwordHash: { secret: OPS, version: 2 } }]\n'],
      [node3, '', 'users: [{ name: ops, passwordHash: { secret: OPS } }]\n'],
    ],
    at: `${node3}:7:36`,
    message: 'secret OPS has version 1 here, and 2 elsewhere',
  },
  {
    code: 'PL1256',
    edits: [
      [node2, '', 'sshHostKey: { secret: HOST_KEY }\n'],
      [node3, '', 'sshHostKey: { secret: HOST_KEY }\n'],
    ],
    at: `${node3}:7:13`,
    message: 'secret HOST_KEY is the SSH host key of another node too',
  },
  {
    code: 'PL1257',
    edits: [
      [node2, '', 'sshHostKey: { secret: OPS }\n'],
      [node3, '', 'users: [{ name: ops, passwordHash: { secret: OPS } }]\n'],
    ],
    at: `${node2}:7:13`,
    message: 'secret OPS is something else too',
  },
  {
    code: 'PL1257',
    edits: [[node2, '', 'sshHostKey: { secret: K3S_TOKEN }\n']],
    at: `${node2}:7:13`,
    message: 'secret K3S_TOKEN is the token of K3s too',
  },
  {
    code: 'PL1257',
    edits: [
      [node2, '', 'sshHostKey: { secret: HOST_KEY }\noverlays: [x.bu]\n'],
      [
        'overlays/x.bu',
        '',
        'variant: fcos\nversion: 1.7.0\nstorage: { files: [{ path: /etc/x, contents: { inline: "{{ secret.HOST_KEY }}" } }] }\n',
      ],
    ],
    at: `${node2}:7:13`,
    message: 'secret HOST_KEY is part of inventory/overlays/x.bu too',
  },
  {
    code: 'PL1259',
    edits: [['nodes/lenovo9.yml', '', fourth]],
    at: 'nodes/lenovo9.yml:1:1',
    message: 'nodes/lenovo9.yml is not read by anything',
  },
  {
    code: 'PL1260',
    edits: [[node2, '', 'overlays: [comon.bu]\n']],
    at: `${node2}:7:12`,
    message: 'there is no overlay inventory/overlays/comon.bu',
  },
  {
    code: 'PL1261',
    edits: [[node2, '', 'overlays: [{ file: a/../../secrets.bu, override: true }]\n']],
    at: `${node2}:7:12`,
    message: 'overlay a/../../secrets.bu is outside of inventory/overlays',
  },
  {
    code: 'PL1263',
    edits: [['overlays/longhorn.bu', '', 'variant: fcos\nversion: 1.7.0\n']],
    at: 'overlays/longhorn.bu:1:1',
    message: 'no node uses longhorn.bu',
  },
  {
    code: 'PL1285',
    edits: [[site, '', 'groups: [{ name: agents, match: { role: agent }, set: {} }]\n']],
    at: `${site}:22:18`,
    message: 'group agents takes in no node',
  },
  {
    code: 'PL1286',
    edits: [
      [site, '', 'groups:\n'],
      [site, '', '  - { name: all, match: { role: server }, set: {} }\n'],
      [site, '', '  - { name: all, match: { nodes: [lenovo1] }, set: {} }\n'],
    ],
    at: `${site}:24:13`,
    message: 'there are two groups named all',
  },
  {
    code: 'PL1287',
    edits: [[site, '', 'groups: [{ name: all, match: { nodes: [lenvo1] }, set: {} }]\n']],
    at: `${site}:22:40`,
    message: 'there is no node lenvo1',
  },
  {
    code: 'PL1288',
    edits: [[site, '', 'rules: { PL9999: off }\n']],
    at: `${site}:22:10`,
    message: 'there is no rule PL9999',
  },
  {
    code: 'PL1289',
    edits: [[site, '', 'rules: { PL1204: warning }\n']],
    at: `${site}:22:10`,
    message: 'rule PL1204 cannot be changed: Address already in use',
  },
];

/** All cases that make exactly one finding. */
export const cases: readonly Case[] = [
  ...networkCases,
  ...clusterCases,
  ...endpointCases,
  ...powerCases,
  ...installCases,
  ...otherCases,
];
