import { describe, expect, test } from 'vitest';
import { lines, node, shape, site } from './shape.ts';

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBxIBB+ILHpkFJboJMz0vKJEc+fiWGFr7A3qr/QMCOI+';

describe('what fits', () => {
  test('the least of a node, a site and an image lock', () => {
    expect([shape(node), shape(site, 'site'), shape('coreos: []\n', 'imagesLock')]).toEqual([[], [], []]);
  });

  test('everything that a node may have', () => {
    const text = `
hostname: lenovo1.lab.example
macs: [98:fa:9b:1c:2d:01, 98-FA-9B-1C-2D-02, 98fa9b1c2d03]
address: dhcp
gateway: 192.168.26.1
dns: [192.168.26.1]
ntp: [pool.ntp.org, 10.0.0.1]
vlan: 26
bond: {mode: 802.3ad, macs: [98:fa:9b:1c:2d:01], options: {miimon: 100, lacp_rate: fast}}
mtu: 9000
role: server
firstServer: true
labels: {topology.kubernetes.io/zone: rack1, empty: ""}
taints: [{key: dedicated, value: storage, effect: NoSchedule}]
installDisk: {device: /dev/disk/by-id/nvme-x, keepPartitions: [{label: data*}, {index: 5}, {index: 6-8}]}
extraDisks: [{device: /dev/disk/by-id/ata-x, label: longhorn, filesystem: ext4, mount: /var/lib/longhorn, wipe: true}]
kernelArguments: [ipv6.disable=1, "foo=\\"bar\\""]
console: [tty0, "ttyS0,115200n8"]
installer:
  mode: live
  source: metalImage
  insecure: true
  ignitionFirstboot: true
  ignitionUrl: http://192.168.26.1/a.ign
  urls: {kernel: "http://x/k", initramfs: "http://x/i", rootfs: "https://x/r", metalImage: "http://x/m"}
  networkArguments: [ip=dhcp]
  liveArguments: [coreos.liveiso=1]
  initrdName: initrd.img
overlays: [a.bu, {file: sub/b.bu, override: true}]
localBoot: exitError
power:
  - {method: ssh, user: core}
  - {method: wol, mac: 98:fa:9b:1c:2d:01, broadcast: 192.168.26.255}
  - {method: redfish, url: https://bmc, user: admin, password: {secret: BMC}, system: "1"}
  - {method: ipmi, address: bmc.lab, port: 623, user: admin, password: {secret: BMC, version: 2}}
  - {method: amt, address: 10.0.0.2, user: admin, password: {secret: AMT}}
  - {method: http, on: {url: http://plug/on, headers: {authorization: {secret: PLUG}, accept: text/plain}}, off: {url: http://plug/off}}
  - {method: command, on: [./power, on], status: [./power, status]}
  - {method: ssh, networkBoot: once, entry: PCI LAN, restart: sysrq}
  - {method: wol, from: router, interface: br-lan}
  - {method: wol, from: runner, port: 7}
  - {method: redfish, url: https://bmc, authentication: none, networkBoot: firmware, bootTarget: UefiHttp, reset: graceful, insecure: true}
  - method: redfish
    url: https://bmc
    authentication: basic
    user: admin
    password: {secret: BMC}
    certificateAuthority: |
      -----BEGIN CERTIFICATE-----
  - {method: ipmi, address: bmc, user: a, password: {secret: BMC}, cipherSuite: 17, privilege: OPERATOR, networkBoot: once, bootMode: bios}
  - method: http
    user: admin
    password: {secret: PLUG}
    offSeconds: 5
    on: [{url: http://plug/on, method: PATCH, body: "{}", statuses: [200, 202], timeoutSeconds: 5}, {url: http://plug/led}]
    off: {url: http://plug/off}
    status: {url: http://plug/status, on: '"output":true', off: '"output":false'}
    bootNetwork: {url: http://kvm/pxe}
  - {method: command, cycle: [./power, cycle], bootNetwork: [./power, pxe], offSeconds: 0, timeoutSeconds: 5, environment: {PLUG_PASSWORD: {secret: PLUG}, PLUG: one}}
  - {method: manual, message: Press the button}
architecture: aarch64
coreos: {stream: testing, version: 44.20260707.3.1}
users: [{name: ada, sshAuthorizedKeys: [${key} ada@lab], groups: [wheel], passwordHash: {secret: ADA}}]
ssh: {authorizedKeys: ['from="10.0.0.1" ${key}']}
updates: {strategy: windows, windows: [{days: [Sat, Sun], start: "02:30", lengthMinutes: 60}]}
timezone: America/Argentina/Buenos_Aires
`;
    expect(lines(text)).toEqual([]);
  });

  test('settings of nodes in defaults and groups', () => {
    const more =
      'defaults: {vlan: 7}\ngroups: [{name: a, match: {role: agent, labels: {a: b}, nodes: [n]}, set: {mtu: 9000}}]\n';
    expect(lines(site + more, 'site')).toEqual([]);
  });
});

describe('what does not fit', () => {
  test.each<[string, string, string[]]>([
    ['PL1101 a slip', 'vlam: 1', ['PL1101 3:1 unknown key vlam (did you mean vlan?)']],
    [
      'PL1101 snake case',
      'install_disk: x',
      ['PL1101 3:1 unknown key install_disk (keys are in camelCase: write installDisk)'],
    ],
    [
      'PL1101 kebab case',
      'kernel-arguments: []',
      ['PL1101 3:1 unknown key kernel-arguments (keys are in camelCase: write kernelArguments)'],
    ],
    [
      'PL1101 of an inner mapping',
      'installer:\n  moed: live',
      ['PL1101 4:3 unknown key moed in installer (did you mean mode?)'],
    ],
    [
      'PL1101 indented too far',
      'coreos:\n  vlan: 1',
      ['PL1101 4:3 unknown key vlan in coreos (vlan belongs at the top of the file: indent it less)'],
    ],
    [
      'PL1101 nothing near',
      'bond: {mode: 802.3ad, wheels: 4}',
      ['PL1101 3:23 unknown key wheels in bond (known keys here: macs, mode and options)'],
    ],
    [
      'PL1101 of another power method',
      'power: [{method: wol, url: http://x}]',
      [
        'PL1101 3:23 unknown key url in power[0] (known keys here: broadcast, from, interface, mac, method and port)',
      ],
    ],
    [
      'PL1101 named as every object’s members',
      'power: [{method: wol, toString: 1, __proto__: 2}]\ntoString: 1',
      [
        'PL1101 3:23 unknown key toString in power[0] (known keys here: broadcast, from, interface, mac, method and port)',
        'PL1101 3:36 unknown key __proto__ in power[0] (known keys here: broadcast, from, interface, mac, method and port)',
        expect.stringMatching(/^PL1101 4:1 unknown key toString/),
      ],
    ],
    [
      'PL1102 a number for a text',
      'labels: {rack: 7}',
      ['PL1102 3:16 labels.rack is the number 7; it must be a text (put it in quotes, so that it is a text)'],
    ],
    [
      'PL1102 a text for a number',
      'vlan: "7"',
      ['PL1102 3:7 vlan is the text 7; it must be a whole number (write it without quotes)'],
    ],
    [
      'PL1102 a fraction',
      'vlan: 7.5',
      ['PL1102 3:7 vlan is the number 7.5; it must be a whole number (for example vlan: 26)'],
    ],
    [
      'PL1102 yes',
      'firstServer: yes',
      [
        'PL1102 3:14 firstServer is the text yes; it must be true or false (in YAML 1.2 yes is a text: write true)',
      ],
    ],
    [
      'PL1102 Off',
      'firstServer: Off',
      [
        'PL1102 3:14 firstServer is the text Off; it must be true or false (in YAML 1.2 Off is a text: write false)',
      ],
    ],
    [
      'PL1102 "true"',
      'firstServer: "true"',
      ['PL1102 3:14 firstServer is the text true; it must be true or false (write true without quotes)'],
    ],
    [
      'PL1102 one for a list',
      'dns: 1.1.1.1',
      ['PL1102 3:6 dns is the text 1.1.1.1; it must be a list (write dns: [1.1.1.1])'],
    ],
    [
      'PL1102 no value',
      'labels:',
      ['PL1102 3:1 labels is empty; it must be a mapping of keys (give it a value, or delete the line)'],
    ],
    [
      'PL1102 a list for a text',
      'timezone: [UTC]',
      ['PL1102 3:11 timezone is a list; it must be a text (for example timezone: UTC)'],
    ],
    [
      'PL1102 two types',
      'overlays: [7]',
      [
        'PL1102 3:12 overlays[0] is the number 7; it must be a text or a mapping of keys (put it in quotes, so that it is a text)',
      ],
    ],
    [
      'PL1103 near',
      'role: sever',
      ['PL1103 3:7 role is sever; it must be server, agent or none (did you mean server?)'],
    ],
    [
      'PL1103 in another case',
      'localBoot: exiterror',
      [
        'PL1103 3:12 localBoot is exiterror; it must be exit, exitError, sanboot or poweroff (did you mean exitError?)',
      ],
    ],
    [
      'PL1103 far',
      'role: "bread and butter"',
      ['PL1103 3:7 role is "bread and butter"; it must be server, agent or none'],
    ],
    ['PL1103 no text', 'role: [server]', ['PL1103 3:7 role is a list; it must be server, agent or none']],
    [
      'PL1104 in an item',
      'taints:\n  - key: a',
      ['PL1104 4:5 effect is missing in taints[0] (add a line such as effect: NoSchedule)'],
    ],
    [
      'PL1104 of one request of several',
      'power:\n  - {method: http, on: [{url: http://plug}, {body: x}]}',
      [
        'PL1104 4:45 url is missing in power[0].on[1] (add a line such as url: http://192.168.26.1/pilotlight)',
      ],
    ],
    [
      'PL1102 of a wrong kind of request',
      'power: [{method: http, on: http://plug}]',
      [expect.stringMatching(/^PL1102 3:28 power\[0\]\.on is the text http:\/\/plug; it must be/)],
    ],
    [
      'PL1104 of a power method',
      'power:\n  - method: redfish\n    url: http://b\n    user: a',
      ['PL1104 4:5 password is missing in power[0] (add a line such as password: { secret: PASSWORD })'],
    ],
    [
      'PL1105 a pattern',
      'installDisk: sda',
      ['PL1105 3:14 installDisk sda is malformed (it must be a device path such as /dev/disk/by-id/nvme-…)'],
    ],
    [
      'PL1105 a format',
      'gateway: 192.168.26',
      ['PL1105 3:10 gateway 192.168.26 is malformed (it must be an IPv4 address such as 192.168.26.1)'],
    ],
    [
      'PL1105 white space',
      'kernelArguments: ["a b"]',
      [
        'PL1105 3:19 kernelArguments[0] "a b" is malformed (it must be one kernel argument without white space)',
      ],
    ],
    [
      'PL1105 an empty text',
      'power: [{method: manual, message: ""}]',
      ['PL1105 3:35 power[0].message is an empty text (give it a value, or delete the line)'],
    ],
    [
      'PL1105 too long',
      `hostname: ${'abc.'.repeat(70)}d`,
      ['PL1105 3:11 hostname has 281 characters; at most 253 are allowed'],
    ],
    ['PL1106', 'vlan: 4095', ['PL1106 3:7 vlan 4095 is out of range (it must be from 1 to 4094)']],
    [
      'PL1107 a list',
      'bond: {mode: 802.3ad, macs: []}',
      ['PL1107 3:29 bond.macs is an empty list; it needs at least 1 item'],
    ],
    [
      'PL1107 too many keys',
      'installDisk: {device: /dev/sda, keepPartitions: [{label: a, index: 1}]}',
      ['PL1107 3:50 installDisk.keepPartitions[0] has more than one of label and index'],
    ],
    [
      'PL1107 too few keys',
      'installDisk: {device: /dev/sda, keepPartitions: [{}]}',
      ['PL1107 3:50 installDisk.keepPartitions[0] is empty (give it label or index)'],
    ],
    [
      'PL1108',
      'updates: {windows: [{days: [Sat, Sun, Sat], start: "02:30", lengthMinutes: 5}]}',
      ['PL1108 3:39 updates.windows[0].days has Sat twice (delete one of the two)'],
    ],
    [
      'PL1109',
      'labels: {"a b": x}',
      [
        'PL1109 3:10 the key "a b" of labels is malformed (it must be the key of a label: letters, digits, dots, hyphens and underscores, perhaps after a domain and a slash)',
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(lines(`${node}${text}\n`)).toEqual(expected);
  });

  test('PL1104 at the top, where the first key stands', () => {
    expect(lines('# a node\naddress: dhcp\n')).toEqual([
      'PL1104 2:1 macs is missing (add a line such as macs: [98:fa:9b:1c:2d:01])',
    ]);
  });

  test('a misspelt key is not missing, too', () => {
    expect(lines('macs: [98fa9b1c2d01]\nadress: dhcp\n')).toEqual([
      'PL1101 2:1 unknown key adress (did you mean address?)',
    ]);
  });

  test('a MAC address of digits only is a number to YAML', () => {
    expect(lines('macs: [112233445566]\naddress: dhcp\n')).toEqual([
      'PL1102 1:8 macs[0] is the number 112233445566; it must be a text (put it in quotes, so that it is a text)',
    ]);
  });

  test('what a site wants in quotes', () => {
    expect(
      lines(`${site}k3s:\n  version: 1.34\n  writeKubeconfigMode: 0644\n`, 'site').map((line) =>
        line.slice(0, 40),
      ),
    ).toEqual(['PL1102 5:12 k3s.version is the number 1.', 'PL1102 6:24 k3s.writeKubeconfigMode is t']);
  });

  test('keys of a node that a group may not set', () => {
    const text = `${site}groups:\n  - name: a\n    match: {}\n    set: {hostname: x}\n`;
    expect(lines(text, 'site').map((line) => line.slice(0, 50))).toEqual(
      [
        'PL1107 6:12 groups[0].match is empty (give it role',
        'PL1101 7:11 unknown key hostname in groups[0].set ',
      ].map((line) => expect.stringContaining(line.slice(0, 40))),
    );
  });

  test('an image lock', () => {
    const text =
      'coreos:\n  - stream: stable\n    version: 44.20260707.3.1\n    architecture: amd64\n    kernel: {url: http://x/k, sha256: abc}\n';
    expect(lines(text, 'imagesLock')).toEqual([
      'PL1104 2:5 initramfs is missing in coreos[0] (add initramfs)',
      'PL1104 2:5 rootfs is missing in coreos[0] (add rootfs)',
      'PL1103 4:19 coreos[0].architecture is amd64; it must be x86_64 or aarch64',
      'PL1105 5:39 coreos[0].kernel.sha256 abc is malformed (it must be 64 lower-case hexadecimal digits)',
    ]);
  });

  test('what a merge key brought is found where it is written', () => {
    const text = 'defaults: &all {vlan: x}\ngroups: [{name: a, match: {role: none}, set: {<<: *all}}]\n';
    expect(lines(text + site, 'site').map((line) => line.slice(0, 11))).toEqual([
      'PL1102 1:23',
      'PL1102 1:23',
    ]);
  });
});

describe('secrets', () => {
  test.each([
    [
      'a token',
      `${site}k3s: {version: v1.34.1+k3s1, token: hunter2}\n`,
      'site',
      'token: { secret: K3S_TOKEN }',
    ],
    [
      'a password',
      `${node}power: [{method: ipmi, address: b, user: a, password: hunter2}]\n`,
      'node',
      'password: { secret: PASSWORD }',
    ],
    [
      'a hash',
      `${node}users: [{name: a, passwordHash: hunter2}]\n`,
      'node',
      'passwordHash: { secret: PASSWORD_HASH }',
    ],
    [
      'a private key',
      `${node}ssh: {authorizedKeys: ["-----BEGIN OPENSSH PRIVATE KEY-----\\nhunter2"]}\n`,
      'node',
      'public half',
    ],
  ] as const)('PL1110: %s in clear, which is not repeated', (_name, text, kind, hint) => {
    const [finding, ...others] = shape(text, kind);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'PL1110', hint: expect.stringContaining(hint) });
    expect(JSON.stringify(finding)).not.toContain('hunter2');
  });

  test('a value where the name of a secret belongs is not repeated either', () => {
    const found = shape(
      `${site}k3s: {version: v1.34.1+k3s1, token: {secret: "hunter2 and so on"}}\n`,
      'site',
    );
    expect(found.map(({ code }) => code)).toEqual(['PL1105']);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});
