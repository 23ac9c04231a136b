import { describe, expect, test } from 'vitest';
import { leases } from '../../src/app/init/imports.ts';
import { readAnsible } from '../../src/init/ansible/readAnsible.ts';
import { readMatchbox } from '../../src/init/matchbox/readMatchbox.ts';

const ini = `# k3s-ansible
[server]
master[01:02].lab.example.org ansible_user=core
10.0.0.13 mac=98-FA-9B-1C-2D-03

[agent]
worker1 ansible_host=10.0.0.21 mac=98:fa:9b:1c:2d:21 install_disk="/dev/disk/by-id/nvme-one" arch=arm64
worker2 ansible_host="{{ lookup('env', 'X') }}" mac=98:fa:9b:1c:2d:22

[k3s_cluster:children]
server
agent

[k3s_cluster:vars]
k3s_version=v1.34.1+k3s1
token=very-secret
`;

describe('an Ansible inventory', () => {
  test('as INI gives machines with roles, addresses, disks, and says what it leaves', () => {
    const { nodes, site, notes } = readAnsible(
      new Map([
        ['hosts.ini', ini],
        ['host_vars/master01.lab.example.org.yml', 'mac: 98:fa:9b:1c:2d:01\nip: 10.0.0.11\n'],
        ['group_vars/all.yml', 'ssh_authorized_keys: [ssh-ed25519 AAAA]\nvault: !vault |\n  3132\n'],
      ]),
    );
    expect(nodes.map(({ name, macs, address, role }) => [name, macs, address, role])).toEqual([
      ['master01', ['98:fa:9b:1c:2d:01'], '10.0.0.11', 'server'],
      ['master02', [], undefined, 'server'],
      ['server', ['98:fa:9b:1c:2d:03'], '10.0.0.13', 'server'],
      ['worker1', ['98:fa:9b:1c:2d:21'], '10.0.0.21', 'agent'],
      ['worker2', ['98:fa:9b:1c:2d:22'], undefined, 'agent'],
    ]);
    expect(nodes[3]).toMatchObject({ installDisk: '/dev/disk/by-id/nvme-one', architecture: 'aarch64' });
    expect(site).toEqual({ k3sVersion: 'v1.34.1+k3s1', authorizedKeys: ['ssh-ed25519 AAAA'] });
    const told = notes.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    expect(told).toContainEqual(
      expect.stringMatching(/^hosts\.ini:3: "ansible_user" is not carried over: .*\(and 1 more/),
    );
    expect(told).toContainEqual(
      expect.stringMatching(/^hosts\.ini:8: "ansible_host" is not carried over: it holds a template/),
    );
    expect(told).toContainEqual(
      expect.stringMatching(/^hosts\.ini:16: "token" is not carried over: it may be a secret/),
    );
    expect(told).toContainEqual(expect.stringMatching(/^hosts\.ini:3: master02 has no MAC address/));
    expect(told).toContainEqual(
      expect.stringMatching(/^group_vars\/all\.yml:2: "vault" is not carried over/),
    );
    expect(told.join()).not.toContain('very-secret');
  });

  test('as YAML gives the same, a MAC of digits and a nearer group included', () => {
    const text = `all:
  vars: { arch: amd64 }
  children:
    k3s_cluster:
      children:
        masters: { hosts: { a: { ansible_host: 10.0.0.1, mac: 001122334455 } } }
        workers:
          vars: { arch: arm64 }
          hosts:
            b: { mac: ["98:fa:9b:1c:2d:01", "98:fa:9b:1c:2d:02"] }
`;
    expect(readAnsible(new Map([['inventory.yml', text]])).nodes).toMatchObject([
      { name: 'a', macs: ['00:11:22:33:44:55'], address: '10.0.0.1', role: 'server', architecture: 'x86_64' },
      { name: 'b', macs: ['98:fa:9b:1c:2d:01', '98:fa:9b:1c:2d:02'], role: 'agent', architecture: 'aarch64' },
    ]);
  });

  test.each([
    ['a program', '#!/bin/sh\ntouch /tmp/x\n', /is a program, and is not run/],
    ['a vault', '$ANSIBLE_VAULT;1.1;AES256\n3132\n', /is encrypted/],
    ['no YAML', 'all: [\n', /no YAML/],
    ['too many hosts', 'all: { hosts: { "n[1:999999]": {} } }\n', /no hosts that can be read/],
    ['a bomb', `a: &a [x, x]\nb: &b [*a, *a]\nall: { hosts: *b }\n`, undefined],
    [
      'groups in a circle',
      'all: { children: &x { g: { children: *x, hosts: { __proto__: {}, "$(id)": {} } } } }\n',
      undefined,
    ],
  ])('%s does no harm', (_name, text, told) => {
    const { nodes, notes } = readAnsible(new Map([['inventory.yml', text]]));
    for (const { name } of nodes) expect(name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
    if (told !== undefined) expect(notes.map(({ message }) => message).join('\n')).toMatch(told);
  });
});

describe('matchbox', () => {
  const group = (more: object) =>
    JSON.stringify({ id: 'n1', profile: 'fcos-k3s-server', selector: { mac: '98:fa:9b:1c:2d:01' }, ...more });
  const profile = JSON.stringify({
    id: 'fcos-k3s-server',
    boot: {
      kernel: 'k',
      args: [
        'coreos.inst.install_dev=nvme0n1',
        'coreos.inst.ignition_url=http://x/ignition?mac=${mac:hexhyp}',
        'ip=dhcp',
        'console=ttyS0',
        'mitigations=auto',
        'bad=${x}',
      ],
    },
    ignition_id: 'node1.bu',
  });

  test('gives machines from groups and their profiles', () => {
    const { nodes, notes, site } = readMatchbox(
      new Map([
        [
          'm/groups/n1.json',
          group({
            metadata: {
              hostname: 'Node_1.lab',
              ip: '10.0.0.1/24',
              etcd: 'x',
              ssh_authorized_keys: ['ssh-rsa A'],
            },
          }),
        ],
        ['m/groups/default.json', JSON.stringify({ profile: 'install' })],
        ['m/groups/bad.json', '{'],
        ['m/profiles/fcos-k3s-server.json', profile],
        ['m/ignition/node1.bu', 'variant: fcos'],
      ]),
    );
    expect(nodes).toMatchObject([
      {
        name: 'node-1',
        macs: ['98:fa:9b:1c:2d:01'],
        address: '10.0.0.1',
        role: 'server',
        installDisk: '/dev/nvme0n1',
        kernelArguments: ['mitigations=auto'],
      },
    ]);
    expect(nodes[0]?.remarks).toContain('overlays: [node-1.bu]');
    expect(site.authorizedKeys).toEqual(['ssh-rsa A']);
    const told = notes.map(({ file, message }) => `${file}: ${message}`).join('\n');
    for (const each of [
      /bad\.json: the file is no JSON object/,
      /default\.json: it selects no machine/,
      /node1\.bu: node-1 was made of it/,
      /"bad" is not carried over: it is made by iPXE/,
      /"etcd" of its metadata/,
    ])
      expect(told).toMatch(each);
  });

  test('takes no name for a path, and nothing from a prototype', () => {
    const hostile = group({ metadata: { hostname: '../../etc/passwd' }, profile: '__proto__' });
    expect(readMatchbox(new Map([['groups/x.json', hostile]])).nodes).toMatchObject(
      [{ name: 'etc-passwd', installDisk: undefined }].map(() => ({
        name: expect.stringMatching(/^[a-z0-9-]+$/),
      })),
    );
  });
});

test('leases and ethers give machines line by line', () => {
  const text = `1800000000 98:fa:9b:1c:2d:01 192.168.26.150 printer 01:98:fa:9b:1c:2d:01
1800000000 98:fa:9b:1c:2d:02 192.168.26.151 * *
duid 00:01:00:01
98:FA:9B:1C:2D:03 192.168.26.13
98:fa:9b:1c:2d:04 node4 # by hand
98:fa:9b:1c:2d:04 again
$(reboot) now
`;
  const { nodes, notes } = leases(text, 'l');
  expect(nodes.map(({ name, macs, address }) => [name, macs[0], address])).toEqual([
    ['printer', '98:fa:9b:1c:2d:01', '192.168.26.150'],
    ['node-1c2d02', '98:fa:9b:1c:2d:02', '192.168.26.151'],
    ['node-1c2d03', '98:fa:9b:1c:2d:03', '192.168.26.13'],
    ['node4', '98:fa:9b:1c:2d:04', undefined],
  ]);
  expect(notes.map(({ line }) => line)).toEqual([3, 6, 7]);
});
